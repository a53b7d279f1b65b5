package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.TopicDrift;
import io.broadsheet.schemas.TopicReport;
import io.broadsheet.schemas.Topics;

import java.util.ArrayList;
import java.util.List;

/** What was found and done about topics, one line a topic and one more for what differs. */
record TopicLines(TopicReport report) {

    List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Topic<?> topic : Topics.ALL) {
            lines.add("%-8s %s".formatted(state(topic.name()), topic.name()));
        }
        report.drifts().forEach(drift -> lines.add("drift    " + drift));
        if (!report.missing().isEmpty()) {
            lines.add("missing topics are made by `broadsheet topics create`");
        }
        return lines;
    }

    List<String> json() {
        return Topics.ALL.stream().map(topic -> json(topic.name()).toString()).toList();
    }

    private ObjectNode json(String topic) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("topic", topic).put("state", state(topic));
        ArrayNode drifts = line.putArray("drifts");
        for (TopicDrift drift : report.drifts()) {
            if (drift.topic().equals(topic)) {
                drifts.addObject()
                        .put("setting", drift.setting())
                        .put("declared", drift.declared())
                        .put("found", drift.found())
                        .put("advice", drift.advice());
            }
        }
        return line;
    }

    private String state(String topic) {
        if (report.created().contains(topic)) {
            return "created";
        }
        return report.missing().contains(topic) ? "missing" : "present";
    }
}

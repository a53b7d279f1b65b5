package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an article can pass, in the order in which it does. */
public enum StopKind {
    /** The document was taken. */
    CURSOR(Topics.INGEST_CURSORS, "takenAt"),
    /** What the source said. */
    RAW(Topics.RAW, "ingestedAt"),
    /** It was asked to be enriched anew. */
    REPROCESS(Topics.REPROCESS, "askedAt"),
    /** What became of a raw record. */
    OUTCOME(Topics.OUTCOMES, "decidedAt"),
    /** A version. */
    REVISION(Topics.REVISIONS, "versionCreated"),
    /** The version that is kept as the latest. */
    ENRICHED(Topics.ENRICHED, "versionCreated"),
    /** An image was to be checked. */
    REQUEST(Topics.IMAGE_CHECK_REQUESTS, "requestedAt"),
    /** What is known about an image. */
    CHECK(Topics.IMAGE_CHECKS, "checkedAt"),
    /** The answer to a request. */
    RESULT(Topics.IMAGE_CHECK_RESULTS, "check/checkedAt"),
    /** It was buried. */
    LETTER(Topics.ENRICH_DEAD_LETTERS, "failedAt"),
    /** Something was done about a letter. */
    STATUS(Topics.DEAD_LETTER_STATUS, "changedAt");

    private static final int TITLE_CHARS_MAX = 60;

    private final String topic;
    private final String time;

    StopKind(Topic<?> topic, String time) {
        this.topic = topic.name();
        this.time = time;
    }

    /** The topic where records of this kind lie; of letters, one of several. */
    String topic() {
        return topic;
    }

    /** For people and machines. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When it was, as the record says; empty if it does not. */
    Optional<String> time(JsonNode record) {
        return Optional.ofNullable(record.at("/" + time).textValue());
    }

    /** What a person wants to know first. */
    String summary(JsonNode record) {
        if (record.has("undecodable")) {
            return "not decoded: " + text(record, "undecodable");
        }
        return record.has("deleted") ? "deleted" : summaryOf(record);
    }

    private String summaryOf(JsonNode record) {
        return switch (this) {
            case CURSOR ->
                    text(record, "document")
                            + optional(", gave article ", record, "articleId")
                            + optional(", gave dead letter ", record, "deadLetterId");
            case RAW -> title(record, "title") + " from " + text(record, "fetch/requestUrl");
            case REPROCESS ->
                    "run %s, of version %s"
                            .formatted(text(record, "runId"), text(record, "version"));
            case OUTCOME ->
                    text(record, "kind")
                            + optional(" as version ", record, "version")
                            + optional(", dead letter ", record, "deadLetterId")
                            + " for "
                            + place(record, "rawRef");
            case REVISION, ENRICHED ->
                    "version %s, %s, %s, %s%s"
                            .formatted(
                                    text(record, "version"),
                                    text(record, "change"),
                                    text(record, "state"),
                                    title(record, "headline"),
                                    images(record) + cluster(record));
            case REQUEST -> text(record, "url") + ", until " + text(record, "deadline");
            case CHECK -> check(record);
            case RESULT -> check(record.path("check"));
            case LETTER ->
                    "%s %s: %s"
                            .formatted(
                                    text(record, "deadLetterId"),
                                    text(record, "state"),
                                    text(record, "message"));
            case STATUS -> status(record);
        };
    }

    private static String status(JsonNode record) {
        String replayed =
                record.path("replayedTo").isObject()
                        ? ", written back to " + place(record, "replayedTo")
                        : "";
        return text(record, "deadLetterId")
                + " "
                + text(record, "state")
                + optional(": ", record, "note")
                + replayed;
    }

    private static String check(JsonNode check) {
        return "%s, %s, %s"
                .formatted(text(check, "outcome"), text(check, "verdict"), text(check, "url"));
    }

    private static String images(JsonNode record) {
        Map<String, Integer> outcomes = new TreeMap<>();
        record.path("images")
                .forEach(image -> outcomes.merge(text(image, "outcome"), 1, Integer::sum));
        List<String> counts = new ArrayList<>();
        outcomes.forEach((outcome, count) -> counts.add(count + " " + outcome));
        return counts.isEmpty() ? "" : ", images: " + String.join(", ", counts);
    }

    private static String cluster(JsonNode record) {
        JsonNode cluster = record.path("cluster");
        return cluster.isObject()
                ? ", %s of %s".formatted(text(cluster, "role"), text(cluster, "clusterId"))
                : "";
    }

    private static String title(JsonNode record, String field) {
        return "\"" + SafeText.cut(text(record, field), TITLE_CHARS_MAX) + "\"";
    }

    private static String place(JsonNode record, String field) {
        JsonNode ref = record.path(field);
        return text(ref, "topic") + "/" + text(ref, "partition") + "/" + text(ref, "offset");
    }

    private static String optional(String before, JsonNode record, String field) {
        return record.path(field).isNull() ? "" : before + text(record, field);
    }

    private static String text(JsonNode record, String path) {
        return record.at("/" + path).asText();
    }
}

package io.broadsheet.operate.feeds;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.ingest.poll.health.HubCondition;
import io.broadsheet.operate.report.Table;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.FeedState;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Feeds as lines, for people and for machines. */
public final class FeedLines {

    private static final int WHY_CHARS_MAX = 80;

    private final List<FeedHealth> feeds;
    private final Instant now;

    /**
     * @param feeds in the order in which they are shown
     * @param now what times are told relative to
     */
    public FeedLines(List<FeedHealth> feeds, Instant now) {
        this.feeds = List.copyOf(feeds);
        this.now = now;
    }

    /** A table. */
    public List<String> text() {
        Table table =
                new Table(
                        "SOURCE",
                        "IS",
                        "HUB",
                        "ITEMS/DAY",
                        "LAST OK",
                        "LAST NEW",
                        "NEXT",
                        "URL",
                        "WHY");
        for (FeedHealth it : feeds) {
            Optional<FeedState> state = it.feed().state();
            table.add(
                    it.feed().sourceId(),
                    word(it),
                    hubWord(it),
                    String.format(Locale.ROOT, "%.1f", it.itemsPerDay()),
                    state.map(FeedState::getLastSuccessAt).map(this::ago).orElse("-"),
                    state.map(FeedState::getLastNewItemAt).map(this::ago).orElse("-"),
                    it.nextFetchAt().map(this::ahead).orElse("-"),
                    it.feed().url(),
                    it.why()
                            .or(it.hub()::why)
                            .map(why -> SafeText.escapeControls(SafeText.cut(why, WHY_CHARS_MAX)))
                            .orElse(""));
        }
        return table.lines();
    }

    /** One JSON object a feed. */
    public List<String> json() {
        return feeds.stream().map(FeedLines::json).toList();
    }

    private static String json(FeedHealth it) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        Optional<FeedState> state = it.feed().state();
        line.put("sourceId", it.feed().sourceId());
        line.put("condition", word(it));
        line.put("feedUrl", it.feed().url());
        line.put("configuredUrl", it.feed().feed().getFeedUrl());
        line.put("title", state.map(FeedState::getTitle).orElse(it.feed().feed().getTitle()));
        var labels = line.putArray("labels");
        it.feed().feed().getLabels().forEach(labels::add);
        line.put("itemsPerDay", it.itemsPerDay());
        time(line, "lastPollAt", state.map(FeedState::getLastPollAt));
        time(line, "lastSuccessAt", state.map(FeedState::getLastSuccessAt));
        time(line, "lastNewItemAt", state.map(FeedState::getLastNewItemAt));
        time(line, "nextFetchAt", it.nextFetchAt());
        line.put("intervalSeconds", state.map(FeedState::getIntervalSeconds).orElse(null));
        line.put(
                "consecutiveFailures",
                state.map(FeedState::getConsecutiveFailures).orElse(0f).longValue());
        line.put("lastError", it.why().orElse(null));
        line.put("hub", it.hub().hub().orElse(null));
        line.put("hubCondition", hubCondition(it));
        time(line, "hubLeaseUntil", it.hub().leaseUntil());
        time(line, "hubLastPushAt", it.hub().lastPushAt());
        line.put("hubError", it.hub().why().orElse(null));
        return line.toString();
    }

    private static void time(ObjectNode line, String field, Optional<Instant> at) {
        line.put(field, at.map(Instant::toString).orElse(null));
    }

    private static String word(FeedHealth it) {
        return it.condition().name().toLowerCase(Locale.ROOT);
    }

    private static String hubCondition(FeedHealth it) {
        return it.hub().condition().name().toLowerCase(Locale.ROOT);
    }

    private static String hubWord(FeedHealth it) {
        return it.hub().condition() == HubCondition.NONE ? "-" : hubCondition(it).replace('_', ' ');
    }

    private String ago(Instant at) {
        return span(Duration.between(at, now)) + " ago";
    }

    private String ahead(Instant at) {
        return at.isAfter(now) ? "in " + span(Duration.between(now, at)) : "now";
    }

    private static String span(Duration span) {
        long minutes = Math.max(0, span.toMinutes());
        if (minutes < 120) {
            return minutes + " min";
        }
        return minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " d";
    }
}

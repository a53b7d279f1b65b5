package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.IngestMeters;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.health.FeedCondition;
import io.broadsheet.ingest.poll.health.HubCondition;
import io.broadsheet.ingest.poll.hub.HubAnswer;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.PollOutcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is measured of polling. No feed has a series of its own: there may be thousands. */
final class PollMeters {

    private final Map<PollOutcome, Counter> polls = new EnumMap<>(PollOutcome.class);
    private final Map<FeedCondition, Long> feeds = new ConcurrentHashMap<>();
    private final Map<HubCondition, Long> hubs = new ConcurrentHashMap<>();
    private final Counter accepted;
    private final Counter refused;
    private final Counter unreached;
    private final IngestMeters articles;
    private final Timer time;

    PollMeters(MeterRegistry registry, InstantSource clock) {
        for (PollOutcome outcome : PollOutcome.values()) {
            polls.put(
                    outcome,
                    Counter.builder("broadsheet.feed.polls")
                            .description("polls of feeds by outcome")
                            .tag("outcome", word(outcome))
                            .register(registry));
        }
        for (FeedCondition condition : FeedCondition.values()) {
            Gauge.builder("broadsheet.feeds", () -> feeds.getOrDefault(condition, 0L))
                    .description("feeds that this instance polls, by how they are")
                    .tag("condition", word(condition))
                    .register(registry);
        }
        for (HubCondition condition : HubCondition.values()) {
            Gauge.builder("broadsheet.feed.hubs", () -> hubs.getOrDefault(condition, 0L))
                    .description("feeds that this instance polls, by how their hubs are")
                    .tag("condition", word(condition))
                    .register(registry);
        }
        accepted = asked(registry, "accepted");
        refused = asked(registry, "refused");
        unreached = asked(registry, "unreached");
        articles = new IngestMeters(registry, "feeds", clock);
        time =
                Timer.builder("broadsheet.feed.poll.time")
                        .description("from the first request of a poll to its last byte")
                        .serviceLevelObjectives(
                                Duration.ofMillis(100),
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10))
                        .register(registry);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Counter asked(MeterRegistry registry, String outcome) {
        return Counter.builder("broadsheet.hub.requests")
                .description("requests to hubs, to tell us or not any more")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** By any thread. */
    void count(HubAnswer answer) {
        switch (answer) {
            case HubAnswer.Accepted _ -> accepted.increment();
            case HubAnswer.Refused _ -> refused.increment();
            case HubAnswer.Unreached _ -> unreached.increment();
        }
    }

    void hubs(Map<HubCondition, Long> counts) {
        for (HubCondition condition : HubCondition.values()) {
            hubs.put(condition, counts.getOrDefault(condition, 0L));
        }
    }

    void count(Entered entered) {
        entered.log().ifPresent(this::count);
        articles.buried(entered.state().getSourceId(), entered.letters());
    }

    private void count(FetchLogEntry poll) {
        Counter counter = polls.get(poll.getOutcome());
        if (counter != null) {
            counter.increment();
        }
        int fresh = poll.getNewItems() + poll.getChangedItems();
        articles.published(poll.getSourceId(), fresh);
        articles.unchanged(poll.getSourceId(), (long) poll.getItems() - fresh);
        time.record(Duration.ofMillis(poll.getDurationMs()));
    }

    /** How long each feed has brought nothing new. */
    void silence(Map<String, Duration> since) {
        articles.silence().tell(since, feeds.getOrDefault(FeedCondition.SILENT, 0L));
    }

    void feeds(Map<FeedCondition, Long> counts) {
        for (FeedCondition condition : FeedCondition.values()) {
            feeds.put(condition, counts.getOrDefault(condition, 0L));
        }
    }
}

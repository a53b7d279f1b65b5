package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.machine.Fleet;
import io.broadsheet.e2e.faults.reading.Tail;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Waits until all that was offered has come to its end, and nothing is on its way any more. */
final class Drain {

    private static final Duration TIME_MAX = Duration.ofMinutes(3);

    private static final List<String> STORED =
            List.of(
                    Topics.ENRICHED.name(),
                    Topics.INGEST_DEAD_LETTERS.name(),
                    Topics.ENRICH_DEAD_LETTERS.name());

    private final Fleet fleet;
    private final StoreWatch store;
    private final Book book;
    private final Watch watch;

    Drain(Fleet fleet, StoreWatch store, Book book, Watch watch) {
        this.fleet = fleet;
        this.store = store;
        this.book = book;
        this.watch = watch;
    }

    void await() {
        List<String> all = Topics.ALL.stream().map(Topic::name).toList();
        try (var everything = new Tail(fleet.bootstrapServers(), all);
                var stored = new Tail(fleet.bootstrapServers(), STORED)) {
            Awaitility.await("drained")
                    .atMost(TIME_MAX)
                    .pollInterval(Duration.ofMillis(250))
                    .untilAsserted(() -> check(everything, stored));
        }
    }

    private void check(Tail everything, Tail stored) {
        require(book.waiting() == 0, book.waiting() + " offers are not accepted");
        require(watch.unanswered() == 0, watch.unanswered() + " raw records have no outcome");
        require(
                everything.ends().equals(everything.decided()),
                "open transactions: " + everything.ends() + ", " + everything.decided());
        for (Map.Entry<TopicPartition, Long> end : stored.ends().entrySet()) {
            TopicPartition partition = end.getKey();
            require(
                    store.isAt(partition.topic(), partition.partition(), end.getValue()),
                    "the sinks are behind on " + end);
        }
        require(store.isIdle(), "articles wait for images, or letters for the relay");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}

package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What is told of a restore. */
class RestoreWatchTest {

    private static final TopicPartition PENDING = new TopicPartition("pending-changelog", 0);
    private static final TopicPartition ARTICLES = new TopicPartition("articles-changelog", 0);
    private static final TopicPartition OTHER = new TopicPartition("articles-changelog", 1);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RestoreWatch watch = new RestoreWatch();

    @Test
    void theStoresThatAreBeingRestoredAreNamedWithWhatIsLeft() {
        watch.bindTo(meters);
        watch.onRestoreStart(PENDING, "pending", 0, 10);
        watch.onRestoreStart(ARTICLES, "articles", 100, 300);
        watch.onRestoreStart(OTHER, "articles", 0, 50);
        watch.onBatchRestored(ARTICLES, "articles", 250, 150);

        assertThat(watch.told())
                .hasValue("restoring articles (100 records left), pending (10 records left)");
        assertThat(value("partitions")).isEqualTo(3);
        assertThat(value("records")).isEqualTo(110);

        watch.onRestoreEnd(PENDING, "pending", 10);
        watch.onRestoreEnd(ARTICLES, "articles", 200);
        watch.onRestoreSuspended(OTHER, "articles", 5);

        assertThat(watch.told()).isEmpty();
        assertThat(value("records")).isZero();
    }

    private double value(String what) {
        return meters.get("broadsheet.restoring." + what).gauge().value();
    }
}

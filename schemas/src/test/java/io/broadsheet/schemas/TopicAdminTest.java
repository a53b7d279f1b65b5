package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Making and checking topics, on Kafka's admin client in memory. */
class TopicAdminTest {

    private static final List<String> ALL = Topics.ALL.stream().map(Topic::name).toList();

    private MockAdminClient admin = cluster(1);

    @AfterEach
    void close() {
        admin.close(Duration.ZERO);
    }

    @Test
    void whatIsMissingIsMade() {
        TopicReport report = TopicAdmin.ensure(admin, TopicProfile.DEV);
        assertThat(report.created()).containsExactlyElementsOf(ALL);
        assertThat(report.present()).isEmpty();
        assertThat(report.isAsDeclared()).isTrue();
        assertThat(TopicAdmin.verify(admin, TopicProfile.DEV).missing()).isEmpty();
    }

    @Test
    void makingTwiceIsMakingOnce() {
        TopicAdmin.ensure(admin, TopicProfile.DEV);
        TopicReport again = TopicAdmin.ensure(admin, TopicProfile.DEV);
        assertThat(again.created()).isEmpty();
        assertThat(again.present()).containsExactlyElementsOf(ALL);
        assertThat(again.isAsDeclared()).isTrue();
    }

    @Test
    void productionKeepsThreeCopies() {
        admin.close(Duration.ZERO);
        admin = cluster(3);
        assertThat(TopicAdmin.ensure(admin, TopicProfile.PROD).isAsDeclared()).isTrue();
        assertThat(TopicAdmin.verify(admin, TopicProfile.PROD).isAsDeclared()).isTrue();
    }

    @Test
    void aClusterThatIsTooSmallSaysSo() {
        assertThatThrownBy(() -> TopicAdmin.ensure(admin, TopicProfile.PROD))
                .isInstanceOf(InvalidReplicationFactorException.class);
    }

    @Test
    void checkingMakesNothing() {
        TopicReport report = TopicAdmin.verify(admin, TopicProfile.DEV);
        assertThat(report.missing()).containsExactlyElementsOf(ALL);
        assertThat(report.isAsDeclared()).isFalse();
        assertThat(TopicAdmin.verify(admin, TopicProfile.DEV).present()).isEmpty();
    }

    @Test
    void whatDiffersIsToldAndLeftAsItIs() throws Exception {
        var other = new NewTopic(Topics.ENRICHED.name(), 1, (short) 1);
        admin.createTopics(List.of(other.configs(Map.of("cleanup.policy", "delete")))).all().get();
        TopicReport report = TopicAdmin.ensure(admin, TopicProfile.DEV);
        assertThat(report.created()).doesNotContain(Topics.ENRICHED.name());
        assertThat(report.isAsDeclared()).isFalse();
        assertThat(report.drifts())
                .extracting(TopicDrift::setting)
                .contains("partitions", "cleanup.policy");
        assertThat(report.drifts().get(0))
                .hasToString(
                        "news.articles.enriched.v1: partitions is 1, declared 3; keys would move:"
                                + " keep it if all co-partitioned topics agree, else stop the services,"
                                + " let them drain and make the topic anew");
        assertThat(TopicAdmin.ensure(admin, TopicProfile.DEV).drifts()).isEqualTo(report.drifts());
    }

    private static MockAdminClient cluster(int brokers) {
        MockAdminClient admin = MockAdminClient.create().numBrokers(brokers).build();
        // This client knows only those ends of logs that it is told.
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (Topic<?> topic : Topics.ALL) {
            for (int i = 0; i < topic.layout().partitions(); i++) {
                ends.put(new TopicPartition(topic.name(), i), 0L);
            }
        }
        admin.updateEndOffsets(ends);
        return admin;
    }
}

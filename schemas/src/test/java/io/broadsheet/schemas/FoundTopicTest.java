package io.broadsheet.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** What counts as a difference between a topic and its declaration. */
class FoundTopicTest {

    private static final Map<String, String> DECLARED =
            FoundTopic.declaredConfig(Topics.IMAGE_CHECKS, TopicProfile.PROD);

    @Test
    void aTopicAsDeclaredHasNoDrift() {
        assertThat(drift(new FoundTopic(12, 3, DECLARED))).isEmpty();
    }

    @Test
    void theOrderOfAListDoesNotMatter() {
        assertThat(drift(new FoundTopic(12, 3, with("cleanup.policy", "delete,compact"))))
                .isEmpty();
    }

    @Test
    void moreCopiesThanDeclaredAreFine() {
        assertThat(drift(new FoundTopic(12, 5, DECLARED))).isEmpty();
        assertThat(drift(new FoundTopic(12, 1, DECLARED)))
                .singleElement()
                .extracting(TopicDrift::setting)
                .isEqualTo("replication.factor");
    }

    @Test
    void settingsOfTheOperatorsOwnAreLeftAlone() {
        assertThat(drift(new FoundTopic(12, 3, with("segment.ms", "3600000")))).isEmpty();
    }

    @Test
    void adviceIsACommandThatCanBePasted() {
        assertThat(drift(new FoundTopic(12, 3, with("cleanup.policy", "delete"))))
                .singleElement()
                .extracting(TopicDrift::advice)
                .isEqualTo(
                        "kafka-configs --alter --entity-type topics --entity-name"
                                + " news.images.checks.v1 --add-config"
                                + " 'cleanup.policy=[compact,delete]'");
    }

    private static Iterable<TopicDrift> drift(FoundTopic found) {
        return found.driftFrom(Topics.IMAGE_CHECKS, TopicProfile.PROD);
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> config = new HashMap<>(DECLARED);
        config.put(key, value);
        return config;
    }
}

package io.broadsheet.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.runtime.settings.SettingsInvalidException;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Optional;

/** Settings of Kafka's clients, judged before there are any. */
class KafkaSettingsTest {

    @Test
    void whatIsNoValueIsToldWithWhatWouldBeRight() {
        Map<String, String> wrong =
                Map.of(
                        "kafka.producer.linger.ms", "many",
                        "kafka.consumer.isolation.level", "loose",
                        "kafka.admin.retries", "-1",
                        "kafka.streams.num.stream.threads", "2.5",
                        "kafka.streams.main.consumer.check.crcs", "perhaps",
                        "kafka.request.timeout.ms", "1m");

        assertThat(KafkaSettings.problems(wrong))
                .satisfiesExactly(
                        it ->
                                assertThat(it)
                                        .startsWith("kafka.admin.retries = -1: must be a whole")
                                        .contains("number from 0 to"),
                        it ->
                                assertThat(it)
                                        .startsWith("kafka.consumer.isolation.level = loose: must")
                                        .contains("read_committed", "read_uncommitted"),
                        it ->
                                assertThat(it)
                                        .isEqualTo(
                                                "kafka.producer.linger.ms = many: must be a whole"
                                                        + " number of 0 at least"),
                        it -> assertThat(it).startsWith("kafka.request.timeout.ms = 1m: must be a"),
                        it ->
                                assertThat(it)
                                        .isEqualTo(
                                                "kafka.streams.main.consumer.check.crcs = perhaps:"
                                                        + " must be true or false"),
                        it ->
                                assertThat(it)
                                        .startsWith(
                                                "kafka.streams.num.stream.threads = 2.5: must"));
    }

    @Test
    void itIsToldTogetherWithOurOwn() {
        var environment = Map.of("KAFKA_PRODUCER_LINGER_MS", "many", "ENRICH_THREADS", "few");

        assertThatThrownBy(() -> AllSettings.read(Optional.empty(), environment))
                .isInstanceOf(SettingsInvalidException.class)
                .hasMessageContaining("2 settings are wrong")
                .hasMessageContaining("enrich.threads = few")
                .hasMessageContaining("kafka.producer.linger.ms = many");
    }

    @Test
    void whatDoesNotGoTogetherIsTold() {
        assertOnlyProblem(Map.of("kafka.producer.acks", "1"))
                .startsWith("no client can be made of Kafka's settings: ")
                .contains("acks");
        assertOnlyProblem(Map.of("kafka.producer.delivery.timeout.ms", "1"))
                .contains("delivery.timeout.ms", "linger.ms");
    }

    @Test
    void aLoginThatIsNotGivenIsToldWhereverTheBrokersAre() {
        Map<String, String> settings =
                Map.of(
                        "kafka.security.protocol", "SASL_PLAINTEXT",
                        "kafka.bootstrap.servers", "not-up-yet.invalid:9092");

        assertOnlyProblem(settings)
                .startsWith("no client can be made of Kafka's settings: ")
                .contains("JAAS");
    }

    @Test
    void keysThatAreNotThereAreTold() {
        Map<String, String> settings =
                Map.of(
                        "kafka.security.protocol", "SSL",
                        "kafka.ssl.truststore.location", "/nowhere/keys.jks");

        assertOnlyProblem(settings).contains("/nowhere/keys.jks");
    }

    @Test
    void whatOneOfTheClientsTakesPasses() {
        assertThat(KafkaSettings.problems(Map.of("kafka.group.protocol", "consumer"))).isEmpty();
    }

    @Test
    void namesThatKafkaDoesNotKnowPass() {
        Map<String, String> others =
                Map.of(
                        "kafka.home", "/opt/kafka",
                        "kafka.producer.plugin.of.ones.own", "x",
                        "schema.registry.url", "http://localhost:8081");

        assertThat(KafkaSettings.problems(others)).isEmpty();
    }

    @Test
    void aPasswordIsNotShown() {
        Map<String, String> settings =
                Map.of("kafka.sasl.jaas.config", "the-password", "kafka.retries", "none");

        assertThat(KafkaSettings.problems(settings))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it).doesNotContain("the-password"));
    }

    private static AbstractStringAssert<?> assertOnlyProblem(Map<String, String> settings) {
        return assertThat(KafkaSettings.problems(settings)).singleElement().asString();
    }
}

package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Confluent's keys of the serdes. */
class SerdeSettingsTest {

    @Test
    void nothingIsRegisteredUnlessAskedFor() {
        assertThat(SerdeSettings.from(Map.of(), false))
                .isEqualTo(new SerdeSettings(false, false, false, SubjectNaming.TOPIC));
    }

    @Test
    void flagsMayBeTextOrTruth() {
        var settings =
                SerdeSettings.from(
                        Map.of("auto.register.schemas", " TRUE ", "use.latest.version", true),
                        false);
        assertThat(settings.autoRegister()).isTrue();
        assertThat(settings.useLatest()).isTrue();
    }

    @Test
    void aFlagThatIsNeitherIsAProblem() {
        assertThatThrownBy(() -> SerdeSettings.from(Map.of("specific.avro.reader", "yes"), false))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("specific.avro.reader");
    }

    @Test
    void aStrategyIsNamedWithOrWithoutItsPackage() {
        assertThat(naming("io.confluent.kafka.serializers.subject.RecordNameStrategy", false))
                .isEqualTo(SubjectNaming.RECORD);
        assertThat(naming("TopicRecordNameStrategy", false)).isEqualTo(SubjectNaming.TOPIC_RECORD);
        assertThat(naming("TopicNameStrategy", true)).isEqualTo(SubjectNaming.TOPIC);
        assertThatThrownBy(() -> naming("MyStrategy", false)).isInstanceOf(ConfigException.class);
    }

    @Test
    void eachStrategyNamesItsSubject() {
        assertThat(SubjectNaming.TOPIC.subject("t", false, "a.B")).isEqualTo("t-value");
        assertThat(SubjectNaming.TOPIC.subject("t", true, "a.B")).isEqualTo("t-key");
        assertThat(SubjectNaming.RECORD.subject("t", false, "a.B")).isEqualTo("a.B");
        assertThat(SubjectNaming.TOPIC_RECORD.subject("t", false, "a.B")).isEqualTo("t-a.B");
    }

    private static SubjectNaming naming(String strategy, boolean isKey) {
        String key = (isKey ? "key" : "value") + ".subject.name.strategy";
        return SerdeSettings.from(Map.of(key, strategy), isKey).naming();
    }
}

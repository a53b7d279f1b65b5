package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaIncompatibleException;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.v1.RecordRef;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

import java.util.Map;

/** Writers and readers of different versions of a schema. */
class SchemaEvolutionTest {

    private static final String NAME = "io.broadsheet.v1.RecordRef";

    /** As a later version might be: a field more, and in another order. */
    private static final Schema LATER =
            SchemaBuilder.record(NAME)
                    .fields()
                    .optionalString("note")
                    .requiredLong("offset")
                    .requiredInt("partition")
                    .requiredString("topic")
                    .endRecord();

    @Test
    void aRecordOfALaterVersionIsReadAsOurs() {
        var registry = new InMemorySchemaRegistry();
        int id = registry.register("t-value", LATER);
        byte[] later = generic(registry).serialize("t", later());
        assertThat(later[4]).isEqualTo((byte) id);
        var serde = AvroSerde.of(RecordRef.class, registry, SerdeSettings.contract());
        assertThat(serde.deserializer().deserialize("t", later))
                .isEqualTo(new RecordRef("raw", 3, 14L));
    }

    @Test
    void useLatestVersionWritesInTheShapeOfTheNewestSchema() {
        var registry = InMemorySchemaRegistry.scope("latest");
        registry.register("t-value", RecordRef.getClassSchema());
        int id = registry.register("t-value", LATER);
        Serde<Object> serde = new AvroSerde<>();
        serde.configure(
                Map.of("schema.registry.url", "mock://latest", "use.latest.version", "true"),
                false);
        byte[] bytes = serde.serializer().serialize("t", new RecordRef("raw", 3, 14L));
        assertThat(bytes[4]).isEqualTo((byte) id);
        GenericRecord read = (GenericRecord) serde.deserializer().deserialize("t", bytes);
        assertThat(read.get("topic")).hasToString("raw");
        assertThat(read.get("offset")).isEqualTo(14L);
        assertThat(read.get("note")).isNull();
    }

    @Test
    void useLatestVersionNeedsASchemaThatCanHoldTheRecord() {
        var registry = new InMemorySchemaRegistry();
        var settings = new SerdeSettings(false, true, true, SubjectNaming.TOPIC);
        var serde = AvroSerde.of(RecordRef.class, registry, settings);
        var ref = new RecordRef("raw", 3, 14L);
        assertThatThrownBy(() -> serde.serializer().serialize("t", ref))
                .isInstanceOf(SchemaUnknownException.class);
        registry.register(
                "t-value", SchemaBuilder.record(NAME).fields().requiredInt("x").endRecord());
        assertThatThrownBy(() -> serde.serializer().serialize("t", ref))
                .isInstanceOf(SchemaIncompatibleException.class);
    }

    @Test
    void aSchemaThatOursCannotReadIsNotReadAsGarbage() {
        var registry = new InMemorySchemaRegistry();
        Schema foreign = SchemaBuilder.record(NAME).fields().requiredInt("x").endRecord();
        registry.register("t-value", foreign);
        byte[] bytes =
                generic(registry)
                        .serialize("t", new GenericRecordBuilder(foreign).set("x", 1).build());
        var serde = AvroSerde.of(RecordRef.class, registry, SerdeSettings.contract());
        assertThatThrownBy(() -> serde.deserializer().deserialize("t", bytes))
                .isInstanceOf(AvroCorruptException.class)
                .hasMessageContaining("RecordRef");
    }

    private static GenericRecord later() {
        return new GenericRecordBuilder(LATER)
                .set("note", "new")
                .set("offset", 14L)
                .set("partition", 3)
                .set("topic", "raw")
                .build();
    }

    private static Serializer<GenericRecord> generic(InMemorySchemaRegistry registry) {
        return new AvroSerializer<>(registry, SerdeSettings.contract());
    }
}

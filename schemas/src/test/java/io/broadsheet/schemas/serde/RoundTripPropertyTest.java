package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.RandomRecords;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

/** A record that goes through Avro comes back as it was, whichever record of the contract it is. */
class RoundTripPropertyTest {

    private static final int RECORDS = 200;

    static Stream<Schema> records() {
        return RandomRecords.schemas();
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordReadFromATopicIsTheRecordWritten(Schema schema) {
        var registry = new InMemorySchemaRegistry();
        var serde = AvroSerde.of(type(schema), registry, SerdeSettings.contract().registering());
        var random = new RandomRecords(7);
        for (int i = 0; i < RECORDS; i++) {
            SpecificRecord record = (SpecificRecord) random.specific(schema);
            byte[] bytes = serializer(serde).serialize("t", record);
            assertThat((Object) serde.deserializer().deserialize("t", bytes)).isEqualTo(record);
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void aRecordReadFromAStoreIsTheRecordWritten(Schema schema) {
        var serde = StateSerde.of(type(schema));
        var random = new RandomRecords(11);
        for (int i = 0; i < RECORDS; i++) {
            IndexedRecord record = random.specific(schema);
            byte[] bytes = state(serde).serialize("store", (SpecificRecord) record);
            assertThat((Object) serde.deserializer().deserialize("store", bytes)).isEqualTo(record);
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends SpecificRecord> type(Schema schema) {
        return (Class<? extends SpecificRecord>) SpecificData.get().getClass(schema);
    }

    @SuppressWarnings("unchecked")
    private static AvroSerializer<SpecificRecord> serializer(AvroSerde<?> serde) {
        return (AvroSerializer<SpecificRecord>) serde.serializer();
    }

    @SuppressWarnings("unchecked")
    private static org.apache.kafka.common.serialization.Serializer<SpecificRecord> state(
            StateSerde<?> serde) {
        return (org.apache.kafka.common.serialization.Serializer<SpecificRecord>)
                serde.serializer();
    }
}

package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.v1.RecordRef;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Arrays;

/** What a state store holds, across versions of ours. */
class StateSerdeTest {

    /** As an earlier version of the record might have been. */
    private static final Schema EARLIER =
            SchemaBuilder.record("io.broadsheet.v1.RecordRef")
                    .fields()
                    .requiredString("topic")
                    .requiredInt("partition")
                    .requiredInt("offset")
                    .endRecord();

    private final RecordRef ref = new RecordRef("raw", 3, 14L);

    @Test
    void aRecordCarriesTheMarkOfTheSingleObjectEncoding() {
        byte[] bytes = StateSerde.of(RecordRef.class).serializer().serialize("store", ref);
        assertThat(bytes).startsWith(0xC3, 0x01);
    }

    @Test
    void anAbsentRecordStaysAbsent() {
        var serde = StateSerde.of(RecordRef.class);
        assertThat(serde.serializer().serialize("store", null)).isNull();
        assertThat(serde.deserializer().deserialize("store", (byte[]) null)).isNull();
    }

    @Test
    void aRecordOfAnEarlierVersionIsReadIfItsSchemaIsGiven() throws IOException {
        GenericRecord earlier =
                new GenericRecordBuilder(EARLIER)
                        .set("topic", "raw")
                        .set("partition", 3)
                        .set("offset", 14)
                        .build();
        byte[] stored =
                new BinaryMessageEncoder<GenericRecord>(GenericData.get(), EARLIER)
                        .encode(earlier)
                        .array();
        var knowing = StateSerde.of(RecordRef.class, EARLIER).deserializer();
        assertThat(knowing.deserialize("store", stored)).isEqualTo(ref);
        var unknowing = StateSerde.of(RecordRef.class).deserializer();
        assertThatThrownBy(() -> unknowing.deserialize("store", stored))
                .isInstanceOf(SchemaUnknownException.class);
    }

    @Test
    void bytesThatAreNoStoredRecordAreCorrupt() {
        var serde = StateSerde.of(RecordRef.class);
        byte[] good = serde.serializer().serialize("store", ref);
        byte[] cut = Arrays.copyOf(good, good.length - 1);
        for (byte[] bytes : new byte[][] {{}, {1, 2, 3}, cut}) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("store", bytes))
                    .isInstanceOf(AvroCorruptException.class);
        }
    }

    @Test
    void aRecordWithoutAMandatoryFieldIsNotStored() {
        var serializer = StateSerde.of(RecordRef.class).serializer();
        assertThatThrownBy(() -> serializer.serialize("store", new RecordRef()))
                .isInstanceOf(SerializationException.class);
    }
}

package io.broadsheet.schemas;

import io.broadsheet.state.v1.ServiceState;
import io.broadsheet.v1.NewsContract;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Records of any schema with arbitrary valid content; the same seed gives the same records. */
public final class RandomRecords {

    static {
        ContractClasses.trust();
    }

    private static final int[] POINTS = {
        0, '\n', '"', '\\', 0x7f, 0x2028, 0xe4, 0x516c, 0xac00, 0x1f4f0, 0x10ffff, 'a', 'Z', ' '
    };
    private static final int LENGTH_MAX = 12;

    private final Random random;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** The schemas of all records of the contract and of the state stores. */
    public static Stream<Schema> schemas() {
        return Stream.of(NewsContract.PROTOCOL, ServiceState.PROTOCOL)
                .flatMap(protocol -> protocol.getTypes().stream())
                .filter(type -> type.getType() == Schema.Type.RECORD);
    }

    /** A generated record of this schema of the contract. */
    public IndexedRecord specific(Schema schema) {
        Class<?> type = SpecificData.get().getClass(schema);
        SpecificData model = SpecificData.getForClass(type);
        try {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(generic(schema), encoder);
            var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
            var reader = new SpecificDatumReader<>(schema, model.getSchema(type), model);
            return (IndexedRecord) reader.read(null, decoder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A generic record of any schema. */
    public IndexedRecord generic(Schema schema) {
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema()));
        }
        return record;
    }

    private @Nullable Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> generic(schema);
            case UNION -> value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case ENUM -> new GenericData.EnumSymbol(schema, pick(schema.getEnumSymbols()));
            case ARRAY -> array(schema.getElementType());
            case MAP -> map(schema.getValueType());
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes());
            case BOOLEAN -> random.nextBoolean();
            case INT -> random.nextInt();
            case LONG -> number(schema);
            case FLOAT -> random.nextFloat() * 100 - 50;
            case DOUBLE -> random.nextDouble();
            case NULL -> null;
            case FIXED -> throw new IllegalArgumentException("the contract has no fixed");
        };
    }

    private long number(Schema schema) {
        // Instants of the years 0001 to 9999; any other number may be anything.
        return schema.getLogicalType() == null
                ? random.nextLong()
                : random.nextLong(-62_135_596_800_000L, 253_402_300_800_000L);
    }

    private List<@Nullable Object> array(Schema element) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(element));
        }
        return values;
    }

    private Map<String, @Nullable Object> map(Schema element) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.put(text(), value(element));
        }
        return values;
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(LENGTH_MAX)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        var text = new StringBuilder();
        for (int i = random.nextInt(LENGTH_MAX); i > 0; i--) {
            text.appendCodePoint(POINTS[random.nextInt(POINTS.length)]);
        }
        return text.toString();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}

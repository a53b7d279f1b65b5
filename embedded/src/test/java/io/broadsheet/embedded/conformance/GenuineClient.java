package io.broadsheet.embedded.conformance;

import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.util.RandomData;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Confluent's client 7.5.3 with an Avro of its own (1.11.4). Its types are not ours: schemas cross
 * as JSON, records as bytes. The serializers are not in that jar, so the five bytes before a record
 * are written here as Confluent documents them.
 */
final class GenuineClient {

    private static final int CACHED_SCHEMAS_MAX = 100;

    private final SchemaRegistryClient client;

    GenuineClient(String url) {
        client =
                new CachedSchemaRegistryClient(
                        List.of(url),
                        CACHED_SCHEMAS_MAX,
                        List.of(new AvroSchemaProvider()),
                        Map.of());
    }

    SchemaRegistryClient client() {
        return client;
    }

    static ParsedSchema schema(String json) {
        return new AvroSchema(json);
    }

    /** Arbitrary records of the newest schema of a subject. */
    List<Object> randomRecords(String subject, int count, long seed) throws Exception {
        List<Object> records = new ArrayList<>();
        new RandomData(latest(subject), count, seed).forEach(records::add);
        return records;
    }

    /** Writes as KafkaAvroSerializer does with {@code use.latest.version}. */
    byte[] write(String subject, Object record) throws Exception {
        Schema schema = latest(subject);
        var bytes = new ByteArrayOutputStream();
        var header = new DataOutputStream(bytes);
        header.writeByte(0);
        header.writeInt(client.getId(subject, new AvroSchema(schema)));
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema).write(record, encoder);
        return bytes.toByteArray();
    }

    /** Reads as KafkaAvroDeserializer does: the id in the record says with which schema. */
    Object read(byte[] record) throws IOException, RestClientException {
        ByteBuffer buffer = ByteBuffer.wrap(record);
        if (buffer.get() != 0) {
            throw new IOException("unknown magic byte");
        }
        var schema = (AvroSchema) client.getSchemaById(buffer.getInt());
        var decoder =
                DecoderFactory.get()
                        .binaryDecoder(record, buffer.position(), buffer.remaining(), null);
        return new GenericDatumReader<Object>(schema.rawSchema()).read(null, decoder);
    }

    private Schema latest(String subject) throws IOException, RestClientException {
        int id = client.getLatestSchemaMetadata(subject).getId();
        return ((AvroSchema) client.getSchemaById(id)).rawSchema();
    }
}

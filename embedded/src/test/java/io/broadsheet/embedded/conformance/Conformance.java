package io.broadsheet.embedded.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.Compatibility;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.net.URI;
import java.util.List;

/**
 * What must hold between our serde, Confluent's client and any registry of that protocol. Written
 * once, run against each registry.
 */
abstract class Conformance {

    private static final int RECORDS = 50;
    private static final long SEED = 7;
    private static final String PLAIN =
            SchemaBuilder.record("Plain").fields().requiredString("a").endRecord().toString();
    private static final String WIDER =
            SchemaBuilder.record("Plain")
                    .fields()
                    .requiredString("a")
                    .optionalInt("b")
                    .endRecord()
                    .toString();
    private static final String BREAKING =
            SchemaBuilder.record("Plain").fields().requiredInt("a").endRecord().toString();

    private SchemaRegistry ours =
            new HttpSchemaRegistry(RegistrySettings.of(URI.create("http://x")));
    private GenuineClient genuine = new GenuineClient("http://x");

    /** The registry under test. */
    abstract String registryUrl();

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @BeforeEach
    void connect() {
        ours = new HttpSchemaRegistry(RegistrySettings.of(URI.create(registryUrl())));
        genuine = new GenuineClient(registryUrl());
    }

    @ParameterizedTest
    @MethodSource("topics")
    void whatTheGenuineClientWritesWeReadAndWriteAgainAsTheSameBytes(Topic<?> topic)
            throws Exception {
        ours.register(topic.subject(), topic.schema());
        for (Object record : genuine.randomRecords(topic.subject(), RECORDS, SEED)) {
            byte[] written = genuine.write(topic.subject(), record);
            byte[] rewritten = throughOurs(topic, written);
            assertThat(genuine.read(rewritten)).isEqualTo(record);
            assertThat(rewritten).isEqualTo(written);
        }
    }

    @Test
    void bothGetTheSameIdForTheSameSchema() throws Exception {
        Topic<?> topic = Topics.RAW;
        int id = ours.register("same-id-value", topic.schema());
        var schema = GenuineClient.schema(topic.schema().toString());
        assertThat(genuine.client().register("same-id-value", schema)).isEqualTo(id);
        assertThat(genuine.client().getId("same-id-value", schema)).isEqualTo(id);
        assertThat(genuine.client().getVersion("same-id-value", schema)).isEqualTo(1);
        assertThat(genuine.client().getAllSubjectsById(id)).contains("same-id-value");
        assertThat(ours.byId(id)).isEqualTo(topic.schema());
    }

    @Test
    void theGenuineClientChecksAndSetsCompatibility() throws Exception {
        var client = genuine.client();
        client.register("levels-value", GenuineClient.schema(PLAIN));
        ours.setCompatibility("levels-value", Compatibility.FULL_TRANSITIVE);
        assertThat(client.getCompatibility("levels-value")).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.testCompatibility("levels-value", GenuineClient.schema(WIDER))).isTrue();
        assertThat(client.testCompatibility("levels-value", GenuineClient.schema(BREAKING)))
                .isFalse();
        assertThat(client.updateCompatibility("levels-value", "NONE")).isEqualTo("NONE");
        assertThat(ours.compatibility("levels-value")).isEqualTo(Compatibility.NONE);
        client.register("levels-value", GenuineClient.schema(BREAKING));
        assertThat(client.getAllVersions("levels-value")).containsExactly(1, 2);
    }

    @Test
    void theGenuineClientIsRefusedWithTheCodesItKnows() throws Exception {
        var client = genuine.client();
        client.register("errors-value", GenuineClient.schema(PLAIN));
        client.updateCompatibility("errors-value", "FULL");
        assertCode(409, () -> client.register("errors-value", GenuineClient.schema(BREAKING)));
        assertCode(40401, () -> client.getLatestSchemaMetadata("nobody-value"));
        assertCode(40401, () -> client.getAllVersions("nobody-value"));
        assertCode(40402, () -> client.getSchemaMetadata("errors-value", 99));
        assertCode(40403, () -> client.getSchemaById(999_999));
        assertCode(40403, () -> client.getId("errors-value", GenuineClient.schema(WIDER)));
        assertCode(42203, () -> client.updateCompatibility("errors-value", "SOMETIMES"));
    }

    @Test
    void whatTheGenuineClientDeletesIsStillFoundByItsId() throws Exception {
        var client = genuine.client();
        int id = client.register("deleted-value", GenuineClient.schema(PLAIN));
        client.register("deleted-value", GenuineClient.schema(WIDER));
        assertThat(client.deleteSchemaVersion("deleted-value", "2")).isEqualTo(2);
        assertThat(client.getAllVersions("deleted-value")).containsExactly(1);
        // Apicurio counts the version deleted before, Confluent does not.
        assertThat(client.deleteSubject("deleted-value")).contains(1);
        assertThat(client.getAllSubjects()).doesNotContain("deleted-value");
        assertThat(new GenuineClient(registryUrl()).client().getSchemaById(id).canonicalString())
                .isEqualTo(PLAIN);
    }

    private <V extends SpecificRecord> byte[] throughOurs(Topic<V> topic, byte[] record) {
        try (var serde = AvroSerde.of(topic, ours)) {
            V value = serde.deserializer().deserialize(topic.name(), record);
            return serde.serializer().serialize(topic.name(), value);
        }
    }

    private static void assertCode(int code, ThrowingCallable call) {
        assertThatExceptionOfType(RestClientException.class)
                .isThrownBy(call)
                .satisfies(refused -> assertThat(refused.getErrorCode()).isEqualTo(code));
    }
}

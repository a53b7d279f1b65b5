package io.broadsheet.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.broadsheet.schemas.Samples;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.v1.ArticleOutcome;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Confluent's wire format, for generated and for generic records. */
class AvroSerdeTest {

    private static final String TOPIC = Topics.OUTCOMES.name();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final AvroSerde<ArticleOutcome> serde = AvroSerde.of(Topics.OUTCOMES, registry);
    private final ArticleOutcome outcome = Samples.outcome().build();

    @Test
    void aRecordBeginsWithAZeroAndItsSchemasIdInFourBytes() {
        registry.register("other", Topics.RAW.schema());
        int id = registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        byte[] bytes = serde.serializer().serialize(TOPIC, outcome);
        assertThat(bytes).startsWith(0, 0, 0, 0, id);
        assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(outcome);
    }

    @Test
    void whatIsWrittenForOneTopicIsTheSameForAnotherButForTheSchemasId() {
        registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        byte[] bytes = serde.serializer().serialize(TOPIC, outcome);
        var others = new InMemorySchemaRegistry();
        others.register("other", Topics.RAW.schema());
        int id = others.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        var elsewhere = AvroSerde.of(Topics.OUTCOMES, others);

        assertThat(serde.serializeAgain(TOPIC, outcome, bytes)).isSameAs(bytes);
        byte[] again = elsewhere.serializeAgain(TOPIC, outcome, bytes);
        assertThat(again)
                .isEqualTo(elsewhere.serializer().serialize(TOPIC, outcome))
                .startsWith(0, 0, 0, 0, id);
        assertThat(bytes).isNotEqualTo(again);
    }

    @Test
    void aTombstoneIsATombstone() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, (byte[]) null)).isNull();
    }

    @Test
    void aSchemaThatIsNotRegisteredIsNotWritten() {
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, outcome))
                .isInstanceOf(SchemaUnknownException.class)
                .hasMessageContaining(Topics.OUTCOMES.subject());
    }

    @Test
    void aRegisteringSerializerRegistersWhatIsMissing() {
        var settings = SerdeSettings.contract().registering();
        var registering = AvroSerde.of(ArticleOutcome.class, registry, settings);
        registering.serializer().serialize(TOPIC, outcome);
        assertThat(registry.versions(Topics.OUTCOMES.subject())).containsExactly(1);
    }

    @Test
    void aRecordWithoutAMandatoryFieldIsNotWritten() {
        registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new ArticleOutcome()))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("io.broadsheet.v1.ArticleOutcome");
    }

    @Test
    void aFailedRecordLeavesNothingBehindInTheNext() {
        registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        byte[] before = serde.serializer().serialize(TOPIC, outcome);
        assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new ArticleOutcome()))
                .isInstanceOf(SerializationException.class);
        assertThat(serde.serializer().serialize(TOPIC, outcome)).isEqualTo(before);
    }

    @Test
    void manyThreadsMayShareASerde() throws InterruptedException, ExecutionException {
        registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            var mine = Samples.outcome().setArticleId("a" + i).setVersion(i).build();
            tasks.add(() -> {
                byte[] bytes = serde.serializer().serialize(TOPIC, mine);
                return serde.deserializer().deserialize(TOPIC, bytes).equals(mine);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Boolean> same : threads.invokeAll(tasks)) {
                assertThat(same.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void bytesThatAreNoRecordAreCorrupt() {
        assertCorrupt(new byte[0]);
        assertCorrupt(new byte[] {0, 0, 0, 1});
        assertCorrupt("{\"articleId\":\"a1\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void assertCorrupt(byte[] bytes) {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPIC, bytes))
                .asInstanceOf(type(AvroCorruptException.class))
                .satisfies(corrupt -> assertThat(corrupt.schemaId()).isEmpty());
    }

    @Test
    void anIdThatNobodyKnowsIsSaidToBeOne() {
        assertThatThrownBy(
                        () -> serde.deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 99}))
                .asInstanceOf(type(SchemaUnknownException.class))
                .satisfies(unknown -> assertThat(unknown.id()).hasValue(99));
    }

    @Test
    void aRecordThatIsCutOrTooLongIsCorruptAndNamesItsSchema() {
        int id = registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        byte[] bytes = serde.serializer().serialize(TOPIC, outcome);
        for (int length : new int[] {bytes.length - 1, bytes.length + 1}) {
            assertThatThrownBy(() ->
                            serde.deserializer().deserialize(TOPIC, Arrays.copyOf(bytes, length)))
                    .asInstanceOf(type(AvroCorruptException.class))
                    .satisfies(corrupt -> assertThat(corrupt.schemaId()).hasValue(id));
        }
    }

    @Test
    void headersWeDoNotKnowDoNotMatter() {
        registry.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        byte[] bytes = serde.serializer().serialize(TOPIC, outcome);
        var headers = new RecordHeaders();
        headers.add("__value_schema_id", new byte[] {1, 2, 3});
        assertThat(serde.deserializer().deserialize(TOPIC, headers, bytes)).isEqualTo(outcome);
    }

    @Test
    void withoutTheSpecificReaderRecordsAreGeneric() {
        Serde<GenericRecord> generic = configured(Map.of("auto.register.schemas", true));
        byte[] bytes = outcomeBytes("mock://serde");
        GenericRecord record = generic.deserializer().deserialize(TOPIC, bytes);
        assertThat(record.get("articleId")).hasToString("a1");
        assertThat(record.get("decidedAt")).isEqualTo(Samples.NOON.toEpochMilli());
        assertThat(generic.serializer().serialize(TOPIC, record)).isEqualTo(bytes);
    }

    @Test
    void withTheSpecificReaderTheSchemasNameFindsTheClass() {
        Serde<ArticleOutcome> specific = configured(Map.of("specific.avro.reader", "true"));
        assertThat(specific.deserializer().deserialize(TOPIC, outcomeBytes("mock://serde")))
                .isEqualTo(outcome);
    }

    private byte[] outcomeBytes(String url) {
        var scope = InMemorySchemaRegistry.scope(url.substring("mock://".length()));
        scope.register(Topics.OUTCOMES.subject(), Topics.OUTCOMES.schema());
        return AvroSerde.of(Topics.OUTCOMES, scope).serializer().serialize(TOPIC, outcome);
    }

    private static <V> Serde<V> configured(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("schema.registry.url", "mock://serde");
        var serde = new AvroSerde<V>();
        serde.configure(settings, false);
        return serde;
    }
}

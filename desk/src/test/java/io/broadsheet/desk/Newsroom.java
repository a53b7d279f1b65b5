package io.broadsheet.desk;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** A platform with a desk, and records as the services would write them. */
public final class Newsroom implements AutoCloseable {

    /** Of the operator. */
    public static final String TOKEN = "a-token-of-the-operator";

    private final EmbeddedPlatform platform;
    private final KafkaAccess access;
    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;
    private final DeskService desk;
    private final Thread enrichment;
    private volatile boolean closed;

    /**
     * @param directory of the broker
     * @param token of the operator; empty for a desk that is only to be read
     */
    public Newsroom(Path directory, String token) {
        ContractClasses.trust();
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory));
        var registry =
                new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
        access = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
        InstantSource clock = InstantSource.system();
        cluster = Cluster.open(access, clock);
        producer =
                new KafkaProducer<>(
                        access.producerProperties("test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
        var config = new DeskConfig("127.0.0.1", 0, Set.of(), new Secret(token), 100_000);
        var claims = new FileClaims(directory.resolve("claims"));
        desk = new DeskService(config, new DeskPlace(access, clock, claims, List::of, "test"));
        desk.start();
        enrichment = Thread.ofVirtual().start(this::enrichReplays);
    }

    /** Where the desk is, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + desk.port().orElseThrow();
    }

    DeskService desk() {
        return desk;
    }

    /** Writes a record and says where it lies. */
    public <V extends SpecificRecord> RecordRef publish(Topic<V> topic, String key, V value) {
        try (var serde = AvroSerde.of(topic, access.registry())) {
            return publish(
                    topic.name(),
                    key,
                    Objects.requireNonNull(serde.serializer().serialize(topic.name(), value)));
        }
    }

    /** Writes any bytes. */
    public RecordRef publish(String topic, String key, byte[] value) {
        try {
            RecordMetadata place =
                    producer.send(
                                    new ProducerRecord<>(
                                            topic, key.getBytes(StandardCharsets.UTF_8), value))
                            .get();
            return new RecordRef(place.topic(), place.partition(), place.offset());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("not written", e);
        }
    }

    /** Whatever is replayed is found good, as if what was wrong had been mended. */
    private void enrichReplays() {
        try (LogScan scan = cluster.tail()) {
            Map<TopicPartition, Long> from = new HashMap<>();
            cluster.partitions(Topics.RAW.name()).forEach(partition -> from.put(partition, 0L));
            scan.follow(
                    from,
                    record -> {
                        Header replay = record.headers().lastHeader(CloudEventHeaders.REPLAY_OF);
                        if (replay != null) {
                            var place =
                                    new RecordRef(
                                            record.topic(), record.partition(), record.offset());
                            publish(
                                    Topics.OUTCOMES,
                                    "replayed",
                                    Edition.outcome("replayed", place, OutcomeKind.ENRICHED));
                        }
                        return Next.GO_ON;
                    },
                    _ -> !closed);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            enrichment.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        desk.close();
        producer.close();
        cluster.close();
        platform.close();
    }
}

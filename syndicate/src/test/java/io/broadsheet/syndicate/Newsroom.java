package io.broadsheet.syndicate;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A broker and a registry in this process, and somebody who publishes articles. */
public final class Newsroom implements AutoCloseable {

    private final EmbeddedPlatform platform;
    private final KafkaAccess kafka;
    private final Producer<String, byte[]> producer;

    private Newsroom(EmbeddedPlatform platform) {
        this.platform = platform;
        this.kafka =
                new KafkaAccess(
                        platform.bootstrapServers(),
                        new HttpSchemaRegistry(
                                RegistrySettings.of(URI.create(platform.registryUrl()))),
                        Map.of());
        this.producer =
                new KafkaProducer<>(
                        kafka.producerProperties("newsroom"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Opens one. */
    public static Newsroom open(Path data) {
        return new Newsroom(EmbeddedPlatform.start(PlatformOptions.anyPorts(data)));
    }

    /** Where Kafka and the registry are. */
    public KafkaAccess kafka() {
        return kafka;
    }

    /** Publishes the latest version of an article, and waits until Kafka has it. */
    public void publish(EnrichedArticle article) {
        publish(Topics.ENRICHED, article.getArticleId(), article);
    }

    /** Publishes a version among all versions, and waits until Kafka has it. */
    public void publishRevision(EnrichedArticle article) {
        publish(Topics.REVISIONS, article.getArticleId(), article);
    }

    /** Publishes that there is no such article any more. */
    public void bury(String articleId) {
        publish(Topics.ENRICHED, articleId, null);
    }

    private void publish(
            Topic<EnrichedArticle> topic, String key, @Nullable EnrichedArticle article) {
        byte[] value =
                article == null
                        ? null
                        : AvroSerde.of(topic, kafka.registry())
                                .serializer()
                                .serialize(topic.name(), article);
        try {
            var _ = producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        platform.close();
    }
}

package io.broadsheet.schemas.subscribe;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.EnrichedArticle;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What an {@link ArticleStream} is to be like. Not for several threads. */
public final class ArticleStreamBuilder {

    private static final int RETRIES_MAX = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private Topic<EnrichedArticle> topic = Topics.ENRICHED;
    private Optional<Instant> since = Optional.empty();
    private FailurePolicy policy =
            FailurePolicy.retrying(RETRIES_MAX, FIRST_PAUSE, FailurePolicy.stop());

    ArticleStreamBuilder() {}

    /**
     * One setting more: any of Kafka's consumer, such as {@code security.protocol}, {@code
     * sasl.jaas.config} or {@code group.protocol}, or of the registry by Confluent's names, such as
     * {@code basic.auth.user.info}.
     *
     * @param key its name
     * @param value as Kafka takes it
     * @return this
     */
    public ArticleStreamBuilder with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    /**
     * Begins with the first record that is as late as this, where the group has committed nothing
     * yet. Without it a new group begins at the start of the topic, and so gets the latest version
     * of every article there is.
     *
     * @param time of ingestion, as {@link Origin#timestamp}
     * @return this
     */
    public ArticleStreamBuilder since(Instant time) {
        since = Optional.of(time);
        return this;
    }

    /**
     * Reads every version of each article, {@link Topics#REVISIONS}, instead of the latest ones.
     *
     * @return this
     */
    public ArticleStreamBuilder revisions() {
        topic = Topics.REVISIONS;
        return this;
    }

    /**
     * What comes after the handler has failed. Without it the delivery is tried again five times,
     * after 1, 2, 4, 8 and 16 seconds, and the stream stops then.
     *
     * @param decider the policy
     * @return this
     */
    public ArticleStreamBuilder onFailure(FailurePolicy decider) {
        policy = decider;
        return this;
    }

    /**
     * Opens it. It joins its group when it is first read.
     *
     * @return the stream, to be closed
     * @throws org.apache.kafka.common.config.ConfigException if a setting is missing or wrong
     * @throws org.apache.kafka.common.KafkaException if Kafka's consumer cannot be made
     */
    public ArticleStream open() {
        var checked = new StreamSettings(settings);
        var decoder = new DeliveryDecoder(topic, SchemaRegistry.open(checked.ofRegistry()));
        var reader = new GroupReader(checked.ofConsumer(), topic.name(), since);
        return new ArticleStream(reader, decoder, policy);
    }
}

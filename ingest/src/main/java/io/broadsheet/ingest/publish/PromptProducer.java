package io.broadsheet.ingest.publish;

import io.broadsheet.runtime.kafka.KafkaAccess;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.Map;

/** Makes producers for those who have somebody waiting for an answer over HTTP. */
public final class PromptProducer {

    private static final int DELIVERY_MS_MAX = 4_000;
    private static final int BLOCK_MS_MAX = 1_000;
    private static final int REQUEST_MS_MAX = 3_500;
    private static final int LINGER_MS = 5;

    private PromptProducer() {}

    /**
     * One that loses nothing, and says within five seconds whether what was sent is safe; a full
     * buffer or a broker that is not there is told after one.
     */
    public static Producer<byte[], byte[]> open(KafkaAccess kafka, String clientId) {
        Map<String, Object> settings = kafka.producerProperties(clientId);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MS_MAX);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS_MAX);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MS_MAX);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}

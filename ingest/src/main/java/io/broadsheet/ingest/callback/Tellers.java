package io.broadsheet.ingest.callback;

import io.broadsheet.ingest.publish.PromptProducer;
import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.FetchRequest;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Hands what hubs say to those who have the feeds' hosts. May be used by many threads. */
final class Tellers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tellers.class);

    /** Room for the other fields of a request. */
    private static final int FIELDS_BYTES_MAX = 16 * 1024;

    private final Producer<byte[], byte[]> producer;
    private final KafkaAccess kafka;

    Tellers(KafkaAccess kafka) {
        this.kafka = kafka;
        this.producer = PromptProducer.open(kafka, "broadsheet-ingest-hubs");
    }

    /** Whether a body of so many bytes can go along. */
    static boolean fits(int bytes) {
        return bytes <= RecordWriter.valueBytesMax() - FIELDS_BYTES_MAX;
    }

    /**
     * Tells whoever has the host.
     *
     * @return whether that is safe: all replicas in sync have it
     */
    boolean tell(String host, FetchRequest request) {
        try {
            Serializer<FetchRequest> serializer =
                    AvroSerde.of(Topics.FETCH_REQUESTS, kafka.registry()).serializer();
            String topic = Topics.FETCH_REQUESTS.name();
            var record =
                    new ProducerRecord<>(
                            topic,
                            null,
                            request.getRequestedAt().toEpochMilli(),
                            host.getBytes(StandardCharsets.UTF_8),
                            serializer.serialize(topic, request));
            var _ = producer.send(record).get();
            return true;
        } catch (ExecutionException | KafkaException e) {
            LOG.atWarn()
                    .addKeyValue("sourceId", request.getSourceId())
                    .addKeyValue("reason", request.getReason())
                    .addKeyValue("error", e.toString())
                    .log("what a hub said was not safe on Kafka, it is asked to come again");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Sends records, and says when the broker has them. A broker that is away is waited for without an
 * end; what no waiting mends goes to {@code onFailure}. Safe for any number of threads.
 */
final class Outgoing implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(3);

    private final KafkaAccess kafka;
    private final Producer<byte[], byte[]> producer;
    private final Consumer<Throwable> onFailure;
    private final Map<String, Serializer<?>> serializers = new ConcurrentHashMap<>();

    Outgoing(KafkaAccess kafka, String clientId, Consumer<Throwable> onFailure) {
        this.kafka = kafka;
        this.onFailure = onFailure;
        Map<String, Object> properties = kafka.producerProperties(clientId);
        // Within its time a batch is sent again by the producer itself, in order and once.
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        this.producer =
                new KafkaProducer<>(
                        properties, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * A record to send.
     *
     * @param headers those of the contract
     * @param <V> the type of the topic's values
     */
    @SuppressWarnings("ArrayRecordComponent") // carried through, compared by nobody
    record Parcel<V extends SpecificRecord>(
            Topic<V> topic, byte[] key, V value, CloudEventHeaders headers) {

        static <V extends SpecificRecord> Parcel<V> of(
                Topic<V> topic, String key, V value, CloudEventHeaders headers) {
            return new Parcel<>(topic, key.getBytes(StandardCharsets.UTF_8), value, headers);
        }
    }

    /**
     * Sends all of them.
     *
     * @param acknowledged called once, on any thread, when the broker has every one of them
     * @throws InterruptedException if the service is closing; then it may have some of them
     */
    void send(List<Parcel<?>> parcels, Runnable acknowledged) throws InterruptedException {
        AtomicInteger missing = new AtomicInteger(parcels.size());
        for (Parcel<?> parcel : parcels) {
            var record = record(parcel);
            send(
                    record,
                    () -> {
                        if (missing.decrementAndGet() == 0) {
                            acknowledged.run();
                        }
                    });
        }
    }

    private void send(ProducerRecord<byte[], byte[]> record, Runnable acknowledged) {
        Future<?> _ =
                producer.send(
                        record,
                        (_, error) -> {
                            switch (error) {
                                case null -> acknowledged.run();
                                case TimeoutException e -> again(record, acknowledged, e);
                                default -> onFailure.accept(error);
                            }
                        });
    }

    /** The broker did not even say where the topic is, so nothing of the record was sent. */
    private void again(
            ProducerRecord<byte[], byte[]> record, Runnable acknowledged, TimeoutException e) {
        LOG.atWarn().addKeyValue("error", e.getMessage()).log("waiting for the broker");
        Thread.ofVirtual().name("check-images-resend").start(() -> send(record, acknowledged));
    }

    private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(Parcel<V> parcel)
            throws InterruptedException {
        String topic = parcel.topic().name();
        Serializer<V> serializer = serializer(parcel.topic());
        byte[] value = Patience.with(() -> serializer.serialize(topic, parcel.value()));
        var record = new ProducerRecord<>(topic, parcel.key(), value);
        parcel.headers().addTo(record.headers());
        return record;
    }

    @SuppressWarnings("unchecked") // each topic has one type of values
    private <V extends SpecificRecord> Serializer<V> serializer(Topic<V> topic) {
        return (Serializer<V>)
                serializers.computeIfAbsent(
                        topic.name(), _ -> AvroSerde.of(topic, kafka.registry()).serializer());
    }

    /** Waits until the broker has what was sent, but no longer than this. */
    void flush(Duration waitMax) throws InterruptedException {
        Thread.ofVirtual().start(producer::flush).join(waitMax);
    }

    /** Gives what is on its way a little time. */
    @Override
    public void close() {
        producer.close(CLOSE_MAX);
    }
}

package io.broadsheet.embedded.broker;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A plain client of one topic of strings, as a subscriber would write it. */
final class Letters implements AutoCloseable {

    private static final TopicPartition TOPIC = new TopicPartition("letters", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> servers;
    private final Admin admin;

    Letters(String bootstrapServers) {
        servers =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false);
        admin = Admin.create(servers);
    }

    /** Makes the topic and waits until it can be written to. */
    void createTopic() throws Exception {
        admin.createTopics(List.of(new NewTopic(TOPIC.topic(), 1, (short) 1)))
                .all()
                .get(30, TimeUnit.SECONDS);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() ->
                        admin.listOffsets(Map.of(TOPIC, OffsetSpec.latest()))
                                        .partitionResult(TOPIC)
                                        .get()
                                        .offset()
                                >= 0);
    }

    Set<String> topics() throws Exception {
        return admin.listTopics().names().get(30, TimeUnit.SECONDS);
    }

    void send(String letter) throws Exception {
        try (var producer =
                new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC.topic(), letter)).get(30, TimeUnit.SECONDS);
        }
    }

    List<String> received(int count) {
        List<String> letters = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(servers, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100))
                                .forEach(record -> letters.add(record.value()));
                        return letters.size() >= count;
                    });
        }
        return letters;
    }

    @Override
    public void close() {
        admin.close();
    }
}

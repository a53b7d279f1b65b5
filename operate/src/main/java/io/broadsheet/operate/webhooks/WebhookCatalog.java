package io.broadsheet.operate.webhooks;

import io.broadsheet.operate.cluster.Answers;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.lag.LagReport;
import io.broadsheet.operate.lag.PartitionLag;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.syndicate.webhook.Trouble;
import io.broadsheet.syndicate.webhook.WebhookService;
import io.broadsheet.v1.Webhook;

import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The webhooks of a cluster, read and changed by an operator. */
public final class WebhookCatalog {

    private static final String TRANSACTIONAL_ID = "broadsheet-webhooks-tool";

    private final Cluster cluster;

    /**
     * @param cluster that has them
     */
    public WebhookCatalog(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Whether a group is that of a webhook, be it removed by now. */
    public static boolean isGroup(String group) {
        return group.startsWith(WebhookService.GROUP_PREFIX);
    }

    /** All of them, by id. */
    public SortedMap<String, Webhook> webhooks() {
        SortedMap<String, Webhook> webhooks = new TreeMap<>();
        var reader = AvroSerde.of(Topics.WEBHOOKS, cluster.registry()).deserializer();
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(Topics.WEBHOOKS.name()),
                    record -> {
                        String id = new String(record.key(), StandardCharsets.UTF_8);
                        if (record.value() == null) {
                            webhooks.remove(id);
                        } else {
                            webhooks.put(id, reader.deserialize(record.topic(), record.value()));
                        }
                        return Next.GO_ON;
                    });
        }
        return webhooks;
    }

    /**
     * One of them.
     *
     * @throws UserMistake if there is none of that id
     */
    public Webhook find(String id) {
        Webhook webhook = webhooks().get(id);
        if (webhook == null) {
            throw new UserMistake(
                    id + ": there is no webhook of that id; `webhooks list` shows them");
        }
        return webhook;
    }

    /** Now, as the contract writes it. */
    public Instant now() {
        return cluster.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Adds a webhook, which is told of what comes from now on. */
    public void add(Webhook webhook) {
        // First, so that nothing is missed between the two, and nothing old is told.
        beginNow(WebhookService.group(webhook.getWebhookId()));
        put(webhook);
    }

    /** Changes a webhook. It goes on where it was. */
    public void put(Webhook webhook) {
        write(
                webhook.getWebhookId(),
                AvroSerde.of(Topics.WEBHOOKS, cluster.registry())
                        .serializer()
                        .serialize(Topics.WEBHOOKS.name(), webhook));
    }

    /** Takes a webhook off the list. What its group has committed, Kafka forgets by itself. */
    public void remove(String id) {
        write(id, null);
    }

    /** Records of each webhook that are not told yet; without those that nobody knows of. */
    public Map<String, Long> lags() {
        Map<String, Long> lags = new HashMap<>();
        var report = new LagReport(cluster);
        try (LogScan scan = cluster.scan()) {
            for (String id : webhooks().keySet()) {
                List<PartitionLag> ofGroup = report.of(WebhookService.group(id), scan);
                lags.put(id, ofGroup.stream().mapToLong(PartitionLag::records).sum());
            }
        }
        return lags;
    }

    /**
     * Why a webhook has not taken what it is to be told next, and since when: what has been in the
     * way longest, where several messages wait. Empty if nothing is in the way, or nobody tells.
     */
    public Optional<Trouble> trouble(Webhook webhook) {
        if (webhook.getNote() != null) {
            return Optional.of(new Trouble(webhook.getChangedAt(), webhook.getNote()));
        }
        return cluster.committed(WebhookService.group(webhook.getWebhookId())).values().stream()
                .flatMap(committed -> Trouble.of(committed).stream())
                .min(Comparator.comparing(Trouble::since));
    }

    private void beginNow(String group) {
        Map<TopicPartition, OffsetAndMetadata> begin = new HashMap<>();
        ends().forEach((partition, end) -> begin.put(partition, new OffsetAndMetadata(end)));
        var _ =
                Answers.of(
                        cluster.admin().alterConsumerGroupOffsets(group, begin).all(),
                        "letting " + group + " begin now");
    }

    private Map<TopicPartition, Long> ends() {
        List<TopicPartition> partitions =
                WebhookService.topics().stream()
                        .flatMap(topic -> cluster.partitions(topic).stream())
                        .toList();
        // What is in an open transaction comes later.
        return cluster.offsets(partitions, OffsetSpec.latest());
    }

    private void write(String id, byte @Nullable [] value) {
        var record =
                new ProducerRecord<>(
                        Topics.WEBHOOKS.name(),
                        null,
                        now().toEpochMilli(),
                        id.getBytes(StandardCharsets.UTF_8),
                        value);
        try (Producer<byte[], byte[]> producer = cluster.producer(TRANSACTIONAL_ID)) {
            producer.beginTransaction();
            var _ = producer.send(record); // the commit fails if this does
            producer.commitTransaction();
        }
    }
}

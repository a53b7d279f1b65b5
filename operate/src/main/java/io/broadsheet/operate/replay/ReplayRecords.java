package io.broadsheet.operate.replay;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.letters.OriginalValues;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterState;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.HeaderEntry;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The records that a replay writes. */
final class ReplayRecords {

    private final Cluster cluster;
    private final Serializer<DeadLetterStatus> statuses;
    private final Map<String, Integer> partitions = new HashMap<>();

    ReplayRecords(Cluster cluster) {
        this.cluster = cluster;
        this.statuses = AvroSerde.of(Topics.DEAD_LETTER_STATUS, cluster.registry()).serializer();
    }

    /**
     * The bare original: its key, value, time and headers as they were, in the partition where it
     * lay, and two headers more that tell of the replay. Deliveries have the time of the replay:
     * from it they are tried for so long.
     *
     * @param value null if it had none
     */
    ProducerRecord<byte[], byte[]> original(
            DeadLetter letter, String topic, int count, byte @Nullable [] value) {
        Headers headers = new RecordHeaders();
        for (HeaderEntry entry : letter.getOriginalHeaders()) {
            ByteBuffer content = entry.getValue();
            headers.add(entry.getKey(), content == null ? null : OriginalValues.bytes(content));
        }
        set(headers, CloudEventHeaders.REPLAY_COUNT, Integer.toString(count));
        set(headers, CloudEventHeaders.REPLAY_OF, letter.getDeadLetterId());
        ByteBuffer key = letter.getOriginalKey();
        return new ProducerRecord<>(
                topic,
                partition(letter, topic),
                timestamp(letter, topic),
                key == null ? null : OriginalValues.bytes(key),
                value,
                headers);
    }

    private static @Nullable Long timestamp(DeadLetter letter, String topic) {
        return topic.equals(Topics.WEBHOOK_DELIVERIES.name())
                ? null // now, as the producer writes it
                : letter.getOriginalTimestamp();
    }

    /** Makes a cursor forget its document. */
    ProducerRecord<byte[], byte[]> forgetting(String cursorKey) {
        return new ProducerRecord<>(Topics.INGEST_CURSORS.name(), utf8(cursorKey), null);
    }

    /** What was done about a letter. */
    ProducerRecord<byte[], byte[]> status(DeadLetterStatus status) {
        String topic = Topics.DEAD_LETTER_STATUS.name();
        return new ProducerRecord<>(
                topic, utf8(status.getDeadLetterId()), statuses.serialize(topic, status));
    }

    /** The status that a step leads to. */
    DeadLetterStatus after(Step step, @Nullable RecordRef replayedTo) {
        DeadLetterStatus.Builder status = begin(step.found().facts().id());
        switch (step.action()) {
            case Action.WriteBack _ ->
                    status.setState(DeadLetterState.REPLAYED)
                            .setReplayCount(step.count())
                            .setReplayedTo(replayedTo);
            case Action.ReadAgain _ ->
                    status.setState(DeadLetterState.REPLAYED)
                            .setReplayCount(step.count())
                            .setNote("read again when it is next offered");
            case Action.Park _ ->
                    status.setState(DeadLetterState.PARKED)
                            .setReplayCount(step.count() - 1)
                            .setNote("replayed " + (step.count() - 1) + " times, in vain");
            case Action.Resolve(var note) ->
                    status.setState(DeadLetterState.RESOLVED)
                            .setReplayCount(step.count() - 1)
                            .setNote(note);
            case Action.Skip(var why) -> throw new IllegalArgumentException(why);
        }
        return status.build();
    }

    /** The status of a letter whose replay has come to a good end. */
    DeadLetterStatus resolved(Step step, RecordRef replayedTo, String note) {
        return begin(step.found().facts().id())
                .setState(DeadLetterState.RESOLVED)
                .setReplayCount(step.count())
                .setReplayedTo(replayedTo)
                .setNote(note)
                .build();
    }

    private DeadLetterStatus.Builder begin(String id) {
        return DeadLetterStatus.newBuilder()
                .setDeadLetterId(id)
                .setChangedAt(cluster.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Null, by key, where the topic no longer has the partition or it is not known. */
    private @Nullable Integer partition(DeadLetter letter, String topic) {
        int count = partitions.computeIfAbsent(topic, name -> cluster.partitions(name).size());
        int partition = Objects.requireNonNull(letter.getOrigin()).getPartition();
        return partition >= 0 && partition < count ? partition : null;
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, utf8(value));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

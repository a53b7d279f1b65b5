package io.broadsheet.operate.letters;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.DeadLetter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the bytes that a letter is about: in the letter, else in the log where the record still
 * lies, else under the letter's claim check. Bytes that do not have the digest of the letter are
 * not taken.
 */
public final class OriginalValues {

    private final Cluster cluster;
    private final ClaimStore claims;
    private final Set<String> topics;

    /**
     * @param claims where payloads are kept that were too large for a letter
     */
    public OriginalValues(Cluster cluster, ClaimStore claims) {
        this.cluster = cluster;
        this.claims = claims;
        this.topics = cluster.topics();
    }

    /** The value, from wherever it can be had. */
    public OriginalValue of(DeadLetter letter) {
        ByteBuffer inline = letter.getOriginalValue();
        if (inline != null) {
            return new OriginalValue.Bytes(bytes(inline));
        }
        return inLog(letter).or(() -> claimed(letter)).orElseGet(() -> lost(letter));
    }

    /** The bytes of a buffer, which is left as it was. */
    public static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private Optional<OriginalValue> inLog(DeadLetter letter) {
        if (letter.getOrigin() == null || !topics.contains(letter.getOrigin().getTopic())) {
            return Optional.empty();
        }
        Place origin = Place.of(letter.getOrigin());
        if (!cluster.partitions(origin.topic()).contains(origin.topicPartition())) {
            return Optional.empty();
        }
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (LogScan scan = cluster.scan()) {
            scan.read(
                    Map.of(origin.topicPartition(), origin.offset()),
                    record -> {
                        found.add(record);
                        return Next.STOP;
                    });
        }
        return found.stream()
                .filter(record -> record.offset() == origin.offset())
                .findFirst()
                .flatMap(record -> trusted(letter, record.value()));
    }

    private static Optional<OriginalValue> trusted(DeadLetter letter, byte @Nullable [] value) {
        if (value == null) {
            return letter.getPayloadDigest() == null
                    ? Optional.of(new OriginalValue.None())
                    : Optional.empty();
        }
        boolean same =
                letter.getPayloadDigest() == null
                        || letter.getPayloadDigest().equals(Sha256.tagged(value));
        return same ? Optional.of(new OriginalValue.Bytes(value)) : Optional.empty();
    }

    private Optional<OriginalValue> claimed(DeadLetter letter) {
        if (letter.getPayloadRef() == null) {
            return Optional.empty();
        }
        try (InputStream kept =
                claims.get(letter.getPayloadRef()).orElseGet(InputStream::nullInputStream)) {
            byte[] bytes = kept.readAllBytes();
            return bytes.length == 0 ? Optional.empty() : trusted(letter, bytes);
        } catch (IOException e) {
            return Optional.of(
                    new OriginalValue.Lost(letter.getPayloadRef() + " cannot be read: " + e));
        }
    }

    private static OriginalValue lost(DeadLetter letter) {
        String ref = letter.getPayloadRef();
        return new OriginalValue.Lost(
                ref == null
                        ? "the letter holds no bytes, and the record is no longer in the log"
                        : ref + " is not there; name its directory with --claims");
    }
}

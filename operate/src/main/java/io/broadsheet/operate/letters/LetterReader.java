package io.broadsheet.operate.letters;

import io.broadsheet.operate.cluster.Place;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.schemas.serde.SerdeSettings;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.HeaderEntry;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads whatever lies in a dead letter topic. Our own letters are envelopes; other tools leave the
 * original as it was and tell in headers what went wrong.
 */
public final class LetterReader {

    /** The code of a letter that another tool has written. */
    public static final String FOREIGN = "FOREIGN";

    /** The code of something that is no letter of any tool we know. */
    public static final String UNREADABLE = "UNREADABLE";

    private static final int MESSAGE_CHARS_MAX = 1024;
    private static final int STACK_CHARS_MAX = 8 * 1024;

    static {
        ContractClasses.trust();
    }

    private final Deserializer<DeadLetter> envelopes;

    /**
     * @param registry knows the schema of the envelope
     */
    public LetterReader(SchemaRegistry registry) {
        this.envelopes =
                AvroSerde.of(DeadLetter.class, registry, SerdeSettings.contract()).deserializer();
    }

    /**
     * The letter that a record is; never fails for what the record holds. Empty for a tombstone.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if the registry does not
     *     answer
     */
    public Optional<FoundLetter> read(ConsumerRecord<byte[], byte[]> record) {
        Optional<HeaderFamily> family = HeaderFamily.of(record.headers());
        if (record.value() == null && family.isEmpty()) {
            return Optional.empty();
        }
        DeadLetter letter =
                envelope(record)
                        .or(() -> family.map(known -> foreign(record, known)))
                        .orElseGet(() -> unreadable(record));
        return Optional.of(new FoundLetter(letter, Place.of(record), record.headers()));
    }

    private Optional<DeadLetter> envelope(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(envelopes.deserialize(record.topic(), record.value()));
        } catch (AvroCorruptException | SchemaUnknownException e) {
            return Optional.empty();
        }
    }

    private static DeadLetter foreign(ConsumerRecord<byte[], byte[]> record, HeaderFamily family) {
        Headers headers = record.headers();
        String message =
                family.message(headers).or(() -> family.exception(headers)).orElse("no message");
        DeadLetter.Builder letter =
                begin(record, FOREIGN, message)
                        .setApplication(family.name().toLowerCase(Locale.ROOT))
                        .setExceptionClass(family.exception(headers).orElse(null))
                        .setStackTrace(
                                family.stackTrace(headers)
                                        .map(text -> SafeText.cut(text, STACK_CHARS_MAX))
                                        .orElse(null))
                        .setOriginalHeaders(originals(headers, family))
                        .setOriginalTimestamp(family.timestamp(headers).orElse(record.timestamp()));
        family.topic(headers)
                .ifPresent(topic ->
                        letter.setOrigin(
                                new RecordRef(
                                        topic,
                                        family.partition(headers).orElse(-1L).intValue(),
                                        family.offset(headers).orElse(-1L))));
        return letter.build();
    }

    private static DeadLetter unreadable(ConsumerRecord<byte[], byte[]> record) {
        return begin(record, UNREADABLE, "neither one of our letters nor one with headers we know")
                .setApplication("unknown")
                .build();
    }

    private static DeadLetter.Builder begin(
            ConsumerRecord<byte[], byte[]> record, String code, String message) {
        String text = SafeText.escapeControls(code + ": " + message);
        DeadLetter.Builder letter =
                DeadLetter.newBuilder()
                        .setDeadLetterId(Sha256.id("v1\n" + Place.of(record)))
                        .setCode(code)
                        .setMessage(SafeText.cut(text, MESSAGE_CHARS_MAX))
                        .setApplicationVersion("")
                        .setFailedAt(Instant.ofEpochMilli(record.timestamp()));
        if (record.key() != null) {
            letter.setOriginalKey(ByteBuffer.wrap(record.key()));
        }
        if (record.value() != null) {
            letter.setOriginalValue(ByteBuffer.wrap(record.value()))
                    .setPayloadDigest(Sha256.tagged(record.value()));
        }
        return letter;
    }

    private static List<HeaderEntry> originals(Headers headers, HeaderFamily family) {
        List<HeaderEntry> originals = new ArrayList<>();
        for (Header header : headers) {
            if (!family.owns(header.key())) {
                byte[] value = header.value();
                originals.add(
                        new HeaderEntry(
                                header.key(), value == null ? null : ByteBuffer.wrap(value)));
            }
        }
        return originals;
    }
}

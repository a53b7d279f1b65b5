package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.failure.SafeText;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Why a webhook has not taken the message that it is to be told next. It lies beside the offset
 * that waits for it, in the metadata of the commit: whoever goes on from there knows it, and it is
 * gone with the next commit.
 *
 * @param since the first attempt that failed, of whichever instance
 * @param words of the latest, for an operator
 */
public record Trouble(Instant since, String words) {

    /** Brokers take 4,096 bytes (offset.metadata.max.bytes); a character has three at most. */
    private static final int WORDS_CHARS_MAX = 300;

    /** Cut to what can be kept. */
    public Trouble {
        since = since.truncatedTo(ChronoUnit.MILLIS);
        words = SafeText.cut(words, WORDS_CHARS_MAX);
    }

    /** Out of what a group has committed; empty if nothing was in its way. */
    public static Optional<Trouble> of(OffsetAndMetadata committed) {
        String[] parts = committed.metadata().split(" ", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Trouble(Instant.parse(parts[0]), parts[1]));
        } catch (DateTimeException _) {
            return Optional.empty(); // another program's
        }
    }

    /** What is committed where a message waits. */
    OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset, since + " " + words);
    }
}

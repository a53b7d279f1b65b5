package io.broadsheet.operate.letters;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterState;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.HeaderEntry;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A dead letter, and where it lies.
 *
 * @param letter as it was written, or as it was made out from another tool's headers
 * @param place of the letter itself
 * @param headers of the letter itself
 */
public record FoundLetter(DeadLetter letter, Place place, Headers headers) {

    /** The same without the bytes that may be large. */
    public FoundLetter light() {
        return new FoundLetter(
                DeadLetter.newBuilder(letter).setOriginalValue(null).setStackTrace(null).build(),
                place,
                headers);
    }

    /** What it is chosen by. */
    public LetterFacts facts() {
        return LetterFacts.of(letter);
    }

    /**
     * How often its original has been replayed, by whichever knows most: the letter, the headers of
     * the original, or what was done about the letter.
     */
    public int replayCount(Optional<DeadLetterStatus> status) {
        int count =
                Math.max(
                        letter.getReplayCount(),
                        status.map(DeadLetterStatus::getReplayCount).orElse(0));
        for (HeaderEntry header : letter.getOriginalHeaders()) {
            if (header.getKey().equals(CloudEventHeaders.REPLAY_COUNT)) {
                count = Math.max(count, number(header.getValue()));
            }
        }
        return count;
    }

    /** Under the contract's names, with its place and what was done about it. */
    public ObjectNode json(Optional<DeadLetterStatus> status) {
        ObjectNode json = RecordText.json(letter);
        json.put("replayCount", replayCount(status));
        json.put("state", state(status).name());
        status.map(DeadLetterStatus::getNote).ifPresent(note -> json.put("note", note));
        place.putInto(json);
        return json;
    }

    /**
     * How far it has come. Nobody has touched it yet: open. It failed again after it was replayed
     * or resolved: open again.
     */
    public DeadLetterState state(Optional<DeadLetterStatus> status) {
        return status.filter(known ->
                        known.getState() == DeadLetterState.PARKED
                                || !letter.getFailedAt().isAfter(known.getChangedAt()))
                .map(DeadLetterStatus::getState)
                .orElse(DeadLetterState.OPEN);
    }

    private static int number(@Nullable ByteBuffer value) {
        String text =
                value == null ? "" : StandardCharsets.UTF_8.decode(value.duplicate()).toString();
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}

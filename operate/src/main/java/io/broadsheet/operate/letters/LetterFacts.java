package io.broadsheet.operate.letters;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.v1.DeadLetter;

import java.time.Instant;
import java.util.Optional;

/**
 * What letters are chosen and counted by.
 *
 * @param id of the letter
 * @param stage where the failure was
 * @param reason its class
 * @param code what it was
 * @param sourceId whose article, if known
 * @param failedAt when
 */
public record LetterFacts(
        String id,
        String stage,
        String reason,
        String code,
        Optional<String> sourceId,
        Instant failedAt) {

    /** Of a letter as it lies on a topic. */
    public static LetterFacts of(DeadLetter letter) {
        return new LetterFacts(
                letter.getDeadLetterId(),
                letter.getStage().name(),
                letter.getReason().name(),
                letter.getCode(),
                Optional.ofNullable(letter.getSourceId()),
                letter.getFailedAt());
    }

    /** Of a letter as JSON under the contract's names. */
    public static LetterFacts of(JsonNode letter) {
        return new LetterFacts(
                letter.path("deadLetterId").asText(),
                letter.path("stage").asText(),
                letter.path("reason").asText(),
                letter.path("code").asText(),
                Optional.ofNullable(letter.path("sourceId").textValue()),
                Instant.parse(letter.path("failedAt").asText()));
    }
}

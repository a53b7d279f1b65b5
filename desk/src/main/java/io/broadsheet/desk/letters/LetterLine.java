package io.broadsheet.desk.letters;

import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterFacts;
import io.broadsheet.v1.DeadLetterStatus;

import java.util.Objects;
import java.util.Optional;

/**
 * A letter in a list.
 *
 * @param facts what it is chosen by
 * @param message for the operator
 * @param state how far it has come
 * @param note what was done about it; empty if nothing was
 * @param replays how often its original was replayed
 * @param articleId empty if there is no article
 * @param url of the document; empty if it is not known
 * @param place of the letter
 */
public record LetterLine(
        LetterFacts facts,
        String message,
        String state,
        String note,
        int replays,
        String articleId,
        String url,
        Place place) {

    static LetterLine of(FoundLetter found, Optional<DeadLetterStatus> status) {
        return new LetterLine(
                found.facts(),
                found.letter().getMessage(),
                found.state(status).name(),
                status.map(DeadLetterStatus::getNote).orElse(""),
                found.replayCount(status),
                Objects.requireNonNullElse(found.letter().getArticleId(), ""),
                Objects.requireNonNullElse(found.letter().getUrl(), ""),
                found.place());
    }
}

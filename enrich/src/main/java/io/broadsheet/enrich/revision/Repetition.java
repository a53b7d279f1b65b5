package io.broadsheet.enrich.revision;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The same content once more. From a document known to say just this it is UNCHANGED; from another
 * one it is a DUPLICATE, and that document is known from now on.
 *
 * @param kind UNCHANGED or DUPLICATE
 * @param state what to remember; the same as before if UNCHANGED
 */
public record Repetition(OutcomeKind kind, ArticleState state) {

    /** Whether the raw article repeats what is remembered; empty if its content is another. */
    public static Optional<Repetition> of(ArticleState before, RawArticle raw) {
        if (!before.getContentHash().equals(raw.getContentHash())) {
            return Optional.empty();
        }
        String document = documentOf(raw);
        return Optional.of(
                before.getDocuments().contains(document)
                        ? new Repetition(OutcomeKind.UNCHANGED, before)
                        : new Repetition(OutcomeKind.DUPLICATE, withCopy(before, raw, document)));
    }

    /** A short id of the document an article came in: 32 hex digits. */
    public static String documentOf(RawArticle raw) {
        return Sha256.id(Objects.requireNonNullElse(raw.getFetch().getRequestUrl(), ""));
    }

    private static ArticleState withCopy(ArticleState before, RawArticle raw, String document) {
        return ArticleState.newBuilder(before)
                .setDocuments(BoundedList.union(before.getDocuments(), List.of(document)))
                .setAltIds(BoundedList.union(before.getAltIds(), raw.getAltIds()))
                .build();
    }
}

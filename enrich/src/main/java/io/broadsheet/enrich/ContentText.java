package io.broadsheet.enrich;

import io.broadsheet.enrich.step.body.Markup;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.SourceKind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The text of a body, from the record itself or from the claim store. */
sealed interface ContentText {

    /** UTF-8 needs at most so many bytes for all the characters that a body may have. */
    int CLAIM_BYTES_MAX = 4_000_000;

    /**
     * Here it is.
     *
     * @param value empty if the article has no body
     */
    record Present(String value) implements ContentText {}

    /**
     * The record names a claim that is not there.
     *
     * @param rejection why the article is buried
     */
    record Missing(Rejection rejection) implements ContentText {}

    /**
     * Reads it.
     *
     * @throws UncheckedIOException if the claim store cannot be read now
     */
    static ContentText of(RawArticle raw, ClaimStore claims) {
        Content content = raw.getContent();
        if (content == null) {
            return new Present("");
        }
        String claim = content.getRef();
        if (content.getValue() != null || claim == null) {
            return new Present(content.getValue() == null ? "" : content.getValue());
        }
        try {
            Optional<InputStream> payload = claims.get(claim);
            return payload.isPresent() ? new Present(read(payload.get())) : missing(claim);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the body is written in. */
    static Markup.Kind kind(RawArticle raw) {
        Content content = raw.getContent();
        String type = content == null ? "" : content.getContentType().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/markdown")) {
            return Markup.Kind.MARKDOWN;
        }
        if (type.startsWith("text/plain")) {
            return Markup.Kind.PLAIN;
        }
        return raw.getSource().getKind() == SourceKind.HTML_PAGE
                ? Markup.Kind.HTML_PAGE
                : Markup.Kind.HTML_FRAGMENT;
    }

    private static ContentText missing(String claim) {
        String detail = claim + " is not in the claim store";
        return new Missing(new Rejection(FailureCode.CLAIM_MISSING, detail));
    }

    private static String read(InputStream payload) throws IOException {
        try (payload) {
            return new String(payload.readNBytes(CLAIM_BYTES_MAX), StandardCharsets.UTF_8);
        }
    }
}

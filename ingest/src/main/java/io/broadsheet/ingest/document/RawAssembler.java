package io.broadsheet.ingest.document;

import io.broadsheet.ingest.identity.ArticleId;
import io.broadsheet.ingest.identity.BackfillId;
import io.broadsheet.ingest.identity.ContentHash;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FieldLimits;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the outgoing record of a draft: limits, identity, hash, content, circumstances. */
final class RawAssembler {

    private static final int INLINE_BYTES_MAX = 1024 * 1024;

    /** A record, or why there is none. */
    sealed interface Result {
        /** Ready to publish. */
        record Assembled(RawArticle article) implements Result {}

        /** Empty, or a name too long. */
        record Refused(Rejection rejection) implements Result {}
    }

    private final SourceId source;
    private final ReaderSettings settings;
    private final ClaimStore claims;
    private final InstantSource clock;

    RawAssembler(ReaderSettings settings, ClaimStore claims, InstantSource clock) {
        this.source = settings.source();
        this.settings = settings;
        this.claims = claims;
        this.clock = clock;
    }

    Result assemble(Draft draft, Circumstances where) {
        if (isEmpty(draft) && !isNotice(draft)) {
            return refused(new Rejection(FailureCode.ARTICLE_EMPTY, whatIsMissing(draft)));
        }
        Optional<Rejection> overLimit = FieldLimits.apply(draft);
        return overLimit.map(RawAssembler::refused).orElseGet(() -> assembled(draft, where));
    }

    /** It says of an article that it names that it may not be used, and need not say more. */
    private static boolean isNotice(Draft draft) {
        return draft.notUsable().isPresent()
                && (draft.article().getGuid() != null || draft.article().getLink() != null);
    }

    private static String whatIsMissing(Draft draft) {
        return draft.notUsable()
                .map(how ->
                        how + ", but neither an id (in Atom: ref) nor a link says which article")
                .orElse("neither title nor body");
    }

    private static boolean isEmpty(Draft draft) {
        String title = draft.article().getTitle();
        String summary = draft.article().getSummary();
        return (title == null || title.isBlank())
                && (summary == null || summary.isBlank())
                && draft.body().isBlank();
    }

    private static Result refused(Rejection rejection) {
        return new Result.Refused(rejection);
    }

    private Result assembled(Draft draft, Circumstances where) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ArticleId id = ArticleId.of(source, draft, settings.identityPolicy());
        List<QualityFlag> quality = new ArrayList<>(where.text().flags());
        quality.addAll(draft.flags());
        return new Result.Assembled(
                draft.article()
                        .setArticleId(id.value())
                        .setIdentityBasis(id.basis())
                        .setAltIds(altIds(draft, where, id))
                        .setSource(draft.source().setSourceId(source.value()).build())
                        .setContent(content(draft))
                        .setQuality(quality)
                        .setContentHash(ContentHash.of(draft, id.basis()))
                        .setFetch(fetch(where, now))
                        .setBackfillId(settings.backfill().map(BackfillId::value).orElse(null))
                        .setIngestedAt(now)
                        .build());
    }

    /** A file is a name of the one article in it, not of each of many. */
    private static List<String> altIds(Draft draft, Circumstances where, ArticleId id) {
        List<String> altIds = new ArrayList<>(draft.article().getAltIds());
        if (where.item().isEmpty() && where.document().http().isEmpty()) {
            altIds.add("file:" + where.document().name());
        }
        altIds.remove("article:" + id.value());
        return altIds;
    }

    private static FetchContext fetch(Circumstances where, Instant now) {
        Document document = where.document();
        FetchContext.Builder fetch = FetchContext.newBuilder();
        document.http()
                .ifPresent(http ->
                        fetch.setFinalUrl(http.answeredBy().orElse(null))
                                .setStatusCode(http.status())
                                .setContentType(http.contentType())
                                .setEtag(http.etag())
                                .setLastModified(http.lastModified()));
        return fetch.setFetchId(Sha256.id("v1\n" + document.url() + "\n" + document.digest()))
                .setRequestUrl(document.url())
                .setCharset(where.text().charset())
                .setCharsetBasis(where.text().basis())
                .setPayloadDigest(document.digest())
                .setItemIndex(where.item().isPresent() ? where.item().getAsInt() : null)
                .setRetrievedAt(now)
                .build();
    }

    private @Nullable Content content(Draft draft) {
        if (draft.body().isBlank()) {
            return null;
        }
        byte[] bytes = draft.body().getBytes(StandardCharsets.UTF_8);
        Content.Builder content =
                Content.newBuilder()
                        .setContentType(draft.bodyType())
                        .setSizeInBytes(bytes.length)
                        .setDigest(Sha256.tagged(bytes));
        return bytes.length <= INLINE_BYTES_MAX
                ? content.setValue(draft.body()).build()
                : content.setRef(kept(bytes)).build();
    }

    private String kept(byte[] bytes) {
        try {
            return claims.put(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.revision.ImagePlan;
import io.broadsheet.enrich.revision.Revision;
import io.broadsheet.enrich.revision.Substance;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.topology.Arrival.ReprocessArrived;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Reprocessing;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Enriches raw articles anew. The next version goes out only if the one that was compared is still
 * the latest and the steps make of it here what they made of it there; so asking twice, or asking
 * an enrichment of other steps, changes nothing. In each case there is one entry in the ledger:
 * ENRICHED, SUPERSEDED if there is another version by now, UNCHANGED if the steps say something
 * else than was expected.
 */
final class ReprocessDesk {

    private final Workplace at;
    private final Function<EnrichInput, EnrichResult> steps;
    private final RawDesk raw;
    private final SketchSending sketches;

    /**
     * @param raw decides about images of which nothing is known
     */
    ReprocessDesk(
            Workplace at,
            Function<EnrichInput, EnrichResult> steps,
            RawDesk raw,
            SketchSending sketches) {
        this.at = at;
        this.steps = steps;
        this.raw = raw;
        this.sketches = sketches;
    }

    void take(ReprocessArrived arrival) {
        RawArticle raw = arrival.request().getArticle();
        if (!arrival.source().keyText().equals(Optional.of(raw.getArticleId()))) {
            bury(arrival, new Rejection(FailureCode.KEY_MISMATCH, "the key is not the articleId"));
            return;
        }
        ArticleState before = at.articles().get(raw.getArticleId());
        if (before == null || before.getVersion() != arrival.request().getVersion()) {
            count(arrival, OutcomeKind.SUPERSEDED, before);
        } else {
            enrich(arrival, before);
        }
    }

    private void enrich(ReprocessArrived arrival, ArticleState before) {
        Reprocessing request = arrival.request();
        List<OffsetSign> signs = at.clocks().signs(request.getArticle().getSource());
        var input =
                new EnrichInput(
                        request.getArticle(), request.getRawRef(), request.getSeenAt(), signs);
        switch (steps.apply(input)) {
            case EnrichResult.Rejected(Rejection rejection) -> bury(arrival, rejection);
            case EnrichResult.Kept(EnrichedArticle fresh, Optional<Fingerprint> print)
                    when Substance.of(fresh).digest().equals(request.getExpected()) ->
                    send(
                            arrival,
                            Revision.reenriched(before, fresh, request.getFields(), at.now()),
                            print);
            case EnrichResult.Kept _ -> count(arrival, OutcomeKind.UNCHANGED, before);
        }
    }

    private void send(ReprocessArrived arrival, Revision revision, Optional<Fingerprint> print) {
        SourceRecord source = arrival.source();
        TraceHeaders trace = TraceHeaders.of(source);
        EnrichedArticle.Builder article = at.clusters().placed(revision.article());
        ImagePlan plan = ImagePlan.keeping(arrival.request().getImages(), article, raw::plan);
        Instant deadline = raw.deadline();
        Outbox outbox = new Outbox();
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), plan.article(), trace);
        ImageRequests.add(outbox, at, plan, deadline, trace);
        enter(outbox, arrival, OutcomeKind.ENRICHED, revision.state().getVersion());
        sketches.add(outbox, plan.article(), print, seenAt(arrival));
        Optional<Rejection> tooLarge =
                outbox.tooLarge(ImageRequests.reservedBytes(plan) + SketchSending.RESERVED_BYTES);
        if (tooLarge.isPresent()) {
            bury(arrival, tooLarge.get());
            return;
        }
        Optional<PendingArticle> waiting = RawDesk.waiting(source, plan, bytes, deadline);
        boolean watched = remember(revision.state(), waiting, bytes, plan);
        if (waiting.isEmpty() && !watched && print.isPresent()) {
            sketches.keepText(plan.article(), bytes, source);
        }
        outbox.send(at.context(), source.timestamp());
    }

    private static long seenAt(ReprocessArrived arrival) {
        return arrival.request().getSeenAt().toEpochMilli();
    }

    /** An article that was watched still is, in its new version; whether it is. */
    private boolean remember(
            ArticleState state, Optional<PendingArticle> waiting, byte[] bytes, ImagePlan plan) {
        String articleId = plan.article().getArticleId();
        at.articles().put(articleId, state);
        at.pending().remove(articleId);
        at.clusters().texts().remove(articleId);
        if (waiting.isPresent()) {
            at.watched().remove(articleId);
            at.pending().put(articleId, waiting.get());
            return false;
        }
        Optional<PendingArticle> watched =
                at.watched()
                        .find(articleId)
                        .map(article ->
                                PendingArticle.newBuilder(article)
                                        .setArticle(ByteBuffer.wrap(bytes))
                                        .build());
        watched.ifPresent(article -> at.watched().update(articleId, article));
        return watched.isPresent();
    }

    private void count(ReprocessArrived arrival, OutcomeKind kind, @Nullable ArticleState state) {
        Outbox outbox = new Outbox();
        enter(outbox, arrival, kind, state == null ? null : state.getVersion());
        outbox.send(at.context(), arrival.source().timestamp());
    }

    private void enter(
            Outbox outbox, ReprocessArrived arrival, OutcomeKind kind, @Nullable Integer version) {
        ArticleOutcome entry =
                Ledger.of(kind, arrival.source(), arrival.request().getArticle(), at.now())
                        .setVersion(version)
                        .build();
        Ledger.add(outbox, at.burial(), arrival.source(), entry);
    }

    private void bury(ReprocessArrived arrival, Rejection rejection) {
        at.burial()
                .bury(
                        FailureStage.ENRICH_PROCESS,
                        rejection,
                        arrival.source(),
                        Burial.of(arrival.request().getArticle()))
                .send(at.context(), arrival.source().timestamp());
    }
}

package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.revision.ImagePlan;
import io.broadsheet.enrich.revision.Repetition;
import io.broadsheet.enrich.revision.Revision;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.topology.Arrival.RawArrived;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RawArticle;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decides about raw articles: repeated content is only counted, and so is content that differs in
 * nothing but noise; other content goes out as the next version, a retraction with a tombstone
 * behind it, and what cannot be enriched is buried. In each case there is one entry in the ledger.
 */
final class RawDesk {

    private final Workplace at;
    private final Function<EnrichInput, EnrichResult> steps;
    private final ImageChecking checking;
    private final SketchSending sketches;

    RawDesk(
            Workplace at,
            Function<EnrichInput, EnrichResult> steps,
            ImageChecking checking,
            SketchSending sketches) {
        this.at = at;
        this.steps = steps;
        this.checking = checking;
        this.sketches = sketches;
    }

    void take(RawArrived arrival) {
        RawArticle raw = arrival.article();
        if (!arrival.source().keyText().equals(Optional.of(raw.getArticleId()))) {
            bury(arrival, new Rejection(FailureCode.KEY_MISMATCH, "the key is not the articleId"));
            return;
        }
        ArticleState before = at.articles().get(raw.getArticleId());
        Optional<Repetition> repetition =
                before == null ? Optional.empty() : Repetition.of(before, raw);
        repetition.ifPresentOrElse(
                repeated -> count(arrival, repeated), () -> enrich(arrival, before));
    }

    private void count(RawArrived arrival, Repetition repeated) {
        Outbox outbox = new Outbox();
        enter(outbox, arrival, repeated.kind(), repeated.state());
        if (repeated.kind() == OutcomeKind.DUPLICATE) {
            at.articles().put(arrival.article().getArticleId(), repeated.state());
        }
        outbox.send(at.context(), arrival.source().timestamp());
    }

    private void enrich(RawArrived arrival, @Nullable ArticleState before) {
        SourceRecord source = arrival.source();
        Instant seenAt = Instant.ofEpochMilli(source.timestamp());
        List<OffsetSign> signs = at.clocks().signs(arrival.article().getSource());
        var input = new EnrichInput(arrival.article(), source.ref(), seenAt, signs);
        switch (steps.apply(input)) {
            case EnrichResult.Kept(EnrichedArticle fresh, Optional<Fingerprint> print) ->
                    decide(arrival, before, fresh, print);
            case EnrichResult.Rejected(Rejection rejection) -> bury(arrival, rejection);
        }
    }

    private void decide(
            RawArrived arrival,
            @Nullable ArticleState before,
            EnrichedArticle fresh,
            Optional<Fingerprint> print) {
        String document = Repetition.documentOf(arrival.article());
        boolean retracted = fresh.getPubStatus() == PubStatus.CANCELED;
        if (before == null && retracted) {
            count(arrival);
        } else if (before == null) {
            send(arrival, Revision.first(fresh, document, at.now()), print);
        } else if (retracted) {
            Revision.unchanged(before, fresh, document)
                    .ifPresentOrElse(
                            state -> count(arrival, state),
                            () ->
                                    send(
                                            arrival,
                                            Revision.retraction(before, fresh, document, at.now()),
                                            Optional.empty()));
        } else {
            Revision.unchanged(before, fresh, document)
                    .ifPresentOrElse(
                            state -> count(arrival, state),
                            () ->
                                    send(
                                            arrival,
                                            Revision.next(before, fresh, document, at.now()),
                                            print));
        }
    }

    /** Nothing but noise has changed. */
    private void count(RawArrived arrival, ArticleState state) {
        Outbox outbox = new Outbox();
        enter(outbox, arrival, OutcomeKind.UNCHANGED, state);
        at.articles().put(arrival.article().getArticleId(), state);
        outbox.send(at.context(), arrival.source().timestamp());
    }

    /** What was never out needs no retraction. */
    private void count(RawArrived arrival) {
        Outbox outbox = new Outbox();
        ArticleOutcome entry =
                Ledger.of(OutcomeKind.UNCHANGED, arrival.source(), arrival.article(), at.now())
                        .build();
        Ledger.add(outbox, at.burial(), arrival.source(), entry);
        outbox.send(at.context(), arrival.source().timestamp());
    }

    private void send(RawArrived arrival, Revision revision, Optional<Fingerprint> print) {
        TraceHeaders trace = TraceHeaders.of(arrival.source());
        ImagePlan plan = plan(at.clusters().placed(revision.article()));
        Instant deadline = deadline();
        Outbox outbox = new Outbox();
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), plan.article(), trace);
        if (revision.state().getRetracted()) {
            outbox.addTombstone(Topics.ENRICHED, plan.article().getArticleId());
        }
        ImageRequests.add(outbox, at, plan, deadline, trace);
        enter(outbox, arrival, OutcomeKind.ENRICHED, revision.state());
        sketches.add(outbox, plan.article(), print, arrival.source().timestamp());
        Optional<Rejection> tooLarge =
                outbox.tooLarge(ImageRequests.reservedBytes(plan) + SketchSending.RESERVED_BYTES);
        if (tooLarge.isPresent()) {
            bury(arrival, tooLarge.get());
            return;
        }
        Optional<PendingArticle> waiting = waiting(arrival.source(), plan, bytes, deadline);
        remember(arrival, revision.state(), waiting);
        if (waiting.isEmpty() && print.isPresent()) {
            sketches.keepText(plan.article(), bytes, arrival.source());
        }
        if (revision.state().getVersion() == 1) {
            at.clocks().learn(arrival.article(), plan.article());
        }
        outbox.send(at.context(), arrival.source().timestamp());
    }

    /** Until when a version that goes out now waits for its images. */
    Instant deadline() {
        return at.now().plus(checking.waitMax());
    }

    /** Which images are asked for, as far as there is room for one more that waits. */
    ImagePlan plan(EnrichedArticle.Builder article) {
        if (!checking.enabled() || article.getPubStatus() == PubStatus.CANCELED) {
            return ImagePlan.notAsking(article, ImageVerdict.CHECKS_DISABLED);
        }
        return at.pending().count() < checking.pendingMax()
                ? ImagePlan.asking(article)
                : ImagePlan.notAsking(article, ImageVerdict.BUDGET_EXHAUSTED);
    }

    /** How a version waits for the images that are asked for; empty if none is. */
    static Optional<PendingArticle> waiting(
            SourceRecord source, ImagePlan plan, byte[] bytes, Instant deadline) {
        if (plan.asked().isEmpty()) {
            return Optional.empty();
        }
        TraceHeaders trace = TraceHeaders.of(source);
        return Optional.of(
                PendingArticle.newBuilder()
                        .setArticle(ByteBuffer.wrap(bytes))
                        .setOutstanding(
                                plan.asked().stream().map(ArticleImage::getImageId).toList())
                        .setDeadline(deadline)
                        .setRecordTimestamp(source.timestamp())
                        .setTraceparent(trace.traceparent().orElse(null))
                        .setTracestate(trace.tracestate().orElse(null))
                        .build());
    }

    /** A newer version takes the place of one that still waits. */
    private void remember(
            RawArrived arrival, ArticleState state, Optional<PendingArticle> waiting) {
        String articleId = arrival.article().getArticleId();
        at.articles().put(articleId, state);
        at.watched().remove(articleId);
        at.clusters().texts().remove(articleId);
        waiting.ifPresentOrElse(
                article -> at.pending().put(articleId, article),
                () -> at.pending().remove(articleId));
    }

    private void enter(Outbox outbox, RawArrived arrival, OutcomeKind kind, ArticleState state) {
        ArticleOutcome entry = Ledger.of(kind, arrival, state.getVersion(), at.now());
        Ledger.add(outbox, at.burial(), arrival.source(), entry);
    }

    private void bury(RawArrived arrival, Rejection rejection) {
        at.burial()
                .bury(
                        FailureStage.ENRICH_PROCESS,
                        rejection,
                        arrival.source(),
                        Burial.of(arrival.article()))
                .send(at.context(), arrival.source().timestamp());
    }
}

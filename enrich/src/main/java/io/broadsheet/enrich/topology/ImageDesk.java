package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.revision.Completion;
import io.broadsheet.enrich.revision.ImageAnswers;
import io.broadsheet.enrich.topology.Arrival.AnswerArrived;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.ImageAnswer;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.common.metrics.Sensor;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes the articles that wait: with the last answer, or when their deadline has come. The
 * first answer for an image is the one that counts; answers that nobody waits for are counted and
 * dropped.
 */
final class ImageDesk {

    /** So that many deadlines at once do not keep the thread from its polls. */
    private static final int EXPIRED_PER_TURN_MAX = 1_000;

    private final Workplace at;
    private final Sensor unawaited;

    /**
     * @param unawaited counts the answers that nobody waited for
     */
    ImageDesk(Workplace at, Sensor unawaited) {
        this.at = at;
        this.unawaited = unawaited;
    }

    void take(AnswerArrived arrival) {
        String articleId = arrival.answer().getArticleId();
        ImageAnswer answer = ImageAnswers.of(arrival.answer().getCheck());
        Optional<PendingArticle> waiting =
                at.pending()
                        .find(articleId)
                        .filter(article -> article.getOutstanding().contains(answer.getImageId()));
        waiting.ifPresentOrElse(
                article -> answered(articleId, with(article, answer)), unawaited::record);
    }

    /** Lets those go whose deadline has come. */
    void expire() {
        for (String articleId : at.pending().due(at.now(), EXPIRED_PER_TURN_MAX)) {
            at.pending().find(articleId).ifPresent(article -> complete(articleId, article));
        }
    }

    private static PendingArticle with(PendingArticle waiting, ImageAnswer answer) {
        List<String> outstanding = new ArrayList<>(waiting.getOutstanding());
        outstanding.remove(answer.getImageId());
        List<ImageAnswer> answers = new ArrayList<>(waiting.getAnswers());
        answers.add(answer);
        return PendingArticle.newBuilder(waiting)
                .setOutstanding(outstanding)
                .setAnswers(answers)
                .build();
    }

    private void answered(String articleId, PendingArticle article) {
        if (article.getOutstanding().isEmpty()) {
            complete(articleId, article);
        } else {
            at.pending().update(articleId, article);
        }
    }

    /** Fits its record: room for the answers was reserved when the partial version went out. */
    private void complete(String articleId, PendingArticle waiting) {
        EnrichedArticle complete = Completion.of(partial(waiting), waiting.getAnswers(), at.now());
        TraceHeaders trace = TraceHeaders.of(waiting.getTraceparent(), waiting.getTracestate());
        Outbox outbox = new Outbox();
        VersionParcels.add(outbox, at.codecs(), complete, trace);
        ArticleState state =
                ArticleState.newBuilder(at.articles().get(articleId))
                        .setVersion(complete.getVersion())
                        .build();
        at.articles().put(articleId, state);
        at.pending().remove(articleId);
        outbox.send(at.context(), waiting.getRecordTimestamp());
    }

    private EnrichedArticle partial(PendingArticle waiting) {
        ByteBuffer buffer = waiting.getArticle().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return switch (at.codecs().enriched().decode(bytes)) {
            case Codec.Decoded.Decodable<EnrichedArticle>(EnrichedArticle article) -> article;
            case Codec.Decoded.Undecodable<EnrichedArticle>(var rejection) ->
                    throw new IllegalStateException("store pending: " + rejection.message());
        };
    }
}

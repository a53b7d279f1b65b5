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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Completes the articles that wait: with the last answer, or when their deadline has come. While an
 * article waits the first answer for an image is the one that counts. Afterwards it is watched for
 * a while: an answer that says something else about one of its images makes the next version.
 * Answers that change nothing are counted and dropped.
 */
final class ImageDesk {

    /** So that many deadlines at once do not keep the thread from its polls. */
    private static final int EXPIRED_PER_TURN_MAX = 1_000;

    /** As long as the image checker looks after the images of an article. */
    private static final Duration WATCHED_FOR = Duration.ofDays(35);

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
        Optional<PendingArticle> waiting = at.pending().find(articleId);
        if (waiting.isPresent()) {
            waiting.filter(article -> article.getOutstanding().contains(answer.getImageId()))
                    .ifPresentOrElse(
                            article -> answered(articleId, with(article, answer)),
                            unawaited::record);
        } else {
            at.watched()
                    .find(articleId)
                    .flatMap(article -> corrected(article, answer))
                    .ifPresentOrElse(this::next, unawaited::record);
        }
    }

    /** Lets those go whose deadline has come; whether anything was sent for it. */
    boolean expire() {
        List<String> due = at.pending().due(at.now(), EXPIRED_PER_TURN_MAX);
        for (String articleId : due) {
            at.pending().find(articleId).ifPresent(article -> expire(articleId, article));
        }
        at.watched().due(at.now(), EXPIRED_PER_TURN_MAX).forEach(at.watched()::remove);
        return !due.isEmpty();
    }

    /** A defect that is met here has no record to bury, and would be met again at each start. */
    private void expire(String articleId, PendingArticle waiting) {
        try {
            complete(waiting);
        } catch (RuntimeException e) {
            if (DefectBurial.isTheWorlds(e)) {
                throw e;
            }
            Outbox letter = at.burial().ofWaiting(articleId, waiting, e);
            at.pending().remove(articleId);
            letter.send(at.context(), waiting.getRecordTimestamp());
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
            complete(article);
        } else {
            at.pending().update(articleId, article);
        }
    }

    private void complete(PendingArticle waiting) {
        next(
                new NextVersion(
                        waiting,
                        Completion.of(
                                KeptVersion.of(waiting, at.codecs()),
                                waiting.getAnswers(),
                                at.now())));
    }

    private Optional<NextVersion> corrected(PendingArticle watched, ImageAnswer answer) {
        return Completion.corrected(KeptVersion.of(watched, at.codecs()), answer, at.now())
                .map(version -> new NextVersion(watched, version));
    }

    /** What goes out next, and what it was made of. */
    private record NextVersion(PendingArticle before, EnrichedArticle article) {}

    /** Fits its record: room for the answers was reserved when the partial version went out. */
    private void next(NextVersion next) {
        PendingArticle before = next.before();
        EnrichedArticle article = at.clusters().placed(next.article());
        String articleId = article.getArticleId();
        Outbox outbox = new Outbox();
        TraceHeaders trace = at.resumed("complete article", articleId, before);
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), article, trace);
        ArticleState state =
                ArticleState.newBuilder(at.articles().get(articleId))
                        .setVersion(article.getVersion())
                        .build();
        at.pending().remove(articleId);
        at.articles().put(articleId, state);
        watch(articleId, before, bytes);
        outbox.send(at.context(), before.getRecordTimestamp());
    }

    private void watch(String articleId, PendingArticle before, byte[] article) {
        at.watch(
                articleId,
                PendingArticle.newBuilder(before)
                        .setArticle(ByteBuffer.wrap(article))
                        .setOutstanding(List.of())
                        .setAnswers(List.of())
                        .setDeadline(at.now().plus(WATCHED_FOR))
                        .build());
    }
}

package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.ClusterPlaces;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.EnrichedArticle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes the version that says in which cluster an article is, where its text is at hand. One that
 * waits for its images says it when they are there; one that came too long ago says it with its
 * next version, whatever brings that about.
 */
final class PlacedVersions {

    private final Workplace at;

    PlacedVersions(Workplace at) {
        this.at = at;
    }

    /** Sends the next version, unless it would say nothing new. */
    void next(String articleId) {
        if (at.pending().find(articleId).isPresent()) {
            return;
        }
        at.watched()
                .find(articleId)
                .ifPresentOrElse(
                        watched -> {
                            next(articleId, watched, article(watched))
                                    .ifPresent(next -> at.watched().update(articleId, next));
                        },
                        () -> nextOfText(articleId));
    }

    private void nextOfText(String articleId) {
        at.clusters()
                .texts()
                .find(articleId)
                .ifPresent(text -> {
                    EnrichedArticle article = article(text);
                    if (article.getVersion() == at.articles().get(articleId).getVersion()) {
                        next(articleId, text, article)
                                .ifPresent(next -> at.clusters().texts().update(articleId, next));
                    }
                });
    }

    /** Sends what comes after a version that is kept, and answers what to keep in its place. */
    private Optional<PendingArticle> next(
            String articleId, PendingArticle kept, EnrichedArticle before) {
        Optional<Cluster> cluster = at.clusters().place(articleId).map(ClusterPlaces::cluster);
        if (Objects.equals(before.getCluster(), cluster.orElse(null))) {
            return Optional.empty();
        }
        EnrichedArticle article =
                EnrichedArticle.newBuilder(before)
                        .setVersion(before.getVersion() + 1)
                        .setVersionCreated(at.now())
                        .setChange(ChangeClass.REENRICHED)
                        .setChanges(List.of())
                        .setPreviousContentHash(before.getContentHash())
                        .setCluster(cluster.orElse(null))
                        .build();
        TraceHeaders trace = at.resumed("place article in cluster", articleId, kept);
        Outbox outbox = new Outbox();
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), article, trace);
        at.articles()
                .put(
                        articleId,
                        ArticleState.newBuilder(at.articles().get(articleId))
                                .setVersion(article.getVersion())
                                .build());
        outbox.send(at.context(), kept.getRecordTimestamp());
        return Optional.of(
                PendingArticle.newBuilder(kept).setArticle(ByteBuffer.wrap(bytes)).build());
    }

    private EnrichedArticle article(PendingArticle kept) {
        ByteBuffer buffer = kept.getArticle().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return at.codecs().enriched().decodeStored(bytes);
    }
}

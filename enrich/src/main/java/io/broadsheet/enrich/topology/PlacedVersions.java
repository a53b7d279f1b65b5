package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.ClusterPlaces;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.ClusterPlace;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.EnrichedArticle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;

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

    /**
     * Adds the next version to a decision, unless it would say nothing new.
     *
     * @param place where the article is from now on; empty if it is in no cluster any more
     */
    void next(Outbox decision, String articleId, Optional<ClusterPlace> place) {
        if (at.pending().find(articleId).isPresent()) {
            return;
        }
        at.watched()
                .find(articleId)
                .ifPresentOrElse(
                        watched ->
                                next(watched, KeptVersion.of(watched, at.codecs()), place)
                                        .ifPresent(next ->
                                                decision.whenSent(
                                                        () -> next.send(at, at.watched()::update))),
                        () -> nextOfText(decision, articleId, place));
    }

    private void nextOfText(Outbox decision, String articleId, Optional<ClusterPlace> place) {
        at.clusters()
                .texts()
                .find(articleId)
                .ifPresent(text -> {
                    EnrichedArticle article = KeptVersion.of(text, at.codecs());
                    if (article.getVersion() == at.articles().get(articleId).getVersion()) {
                        next(text, article, place)
                                .ifPresent(next ->
                                        decision.whenSent(() ->
                                                next.send(at, at.clusters().texts()::update)));
                    }
                });
    }

    /** What comes after a version that is kept. */
    private Optional<Next> next(
            PendingArticle kept, EnrichedArticle before, Optional<ClusterPlace> place) {
        Cluster cluster = place.map(ClusterPlaces::cluster).orElse(null);
        if (Objects.equals(before.getCluster(), cluster)) {
            return Optional.empty();
        }
        EnrichedArticle article =
                EnrichedArticle.newBuilder(before)
                        .setVersion(before.getVersion() + 1)
                        .setVersionCreated(at.now())
                        .setChange(ChangeClass.REENRICHED)
                        .setChanges(List.of())
                        .setPreviousContentHash(before.getContentHash())
                        .setCluster(cluster)
                        .build();
        TraceHeaders trace = at.resumed("place article in cluster", article.getArticleId(), kept);
        Outbox outbox = new Outbox();
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), article, trace);
        return Optional.of(
                new Next(
                        article,
                        outbox,
                        PendingArticle.newBuilder(kept)
                                .setArticle(ByteBuffer.wrap(bytes))
                                .build()));
    }

    /**
     * A version that is ready.
     *
     * @param kept what to keep in the place of the version before
     */
    private record Next(EnrichedArticle article, Outbox outbox, PendingArticle kept) {

        void send(Workplace at, BiConsumer<String, PendingArticle> keep) {
            String articleId = article.getArticleId();
            at.articles()
                    .put(
                            articleId,
                            ArticleState.newBuilder(at.articles().get(articleId))
                                    .setVersion(article.getVersion())
                                    .build());
            keep.accept(articleId, kept);
            outbox.send(at.context(), kept.getRecordTimestamp());
        }
    }
}

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
        if (at.pending().find(articleId).isEmpty()) {
            at.watched().find(articleId).ifPresent(watched -> next(articleId, watched));
        }
    }

    private void next(String articleId, PendingArticle watched) {
        EnrichedArticle before = at.codecs().enriched().decodeStored(bytes(watched));
        Optional<Cluster> cluster = at.clusters().place(articleId).map(ClusterPlaces::cluster);
        if (Objects.equals(before.getCluster(), cluster.orElse(null))) {
            return;
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
        TraceHeaders trace = at.resumed("place article in cluster", articleId, watched);
        Outbox outbox = new Outbox();
        byte[] bytes = VersionParcels.add(outbox, at.codecs(), article, trace);
        at.articles()
                .put(
                        articleId,
                        ArticleState.newBuilder(at.articles().get(articleId))
                                .setVersion(article.getVersion())
                                .build());
        at.watched()
                .update(
                        articleId,
                        PendingArticle.newBuilder(watched)
                                .setArticle(ByteBuffer.wrap(bytes))
                                .build());
        outbox.send(at.context(), watched.getRecordTimestamp());
    }

    private static byte[] bytes(PendingArticle stored) {
        ByteBuffer buffer = stored.getArticle().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}

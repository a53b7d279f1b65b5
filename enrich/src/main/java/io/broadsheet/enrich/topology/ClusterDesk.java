package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.cluster.ClusterPlaces;
import io.broadsheet.enrich.cluster.Match;
import io.broadsheet.enrich.cluster.Membership;
import io.broadsheet.enrich.topology.Arrival.LinkArrived;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.state.v1.ClusterPlace;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ClusterMember;
import io.broadsheet.v1.ClusterNews;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.time.Instant;
import java.util.Optional;

/**
 * Decides what an article makes of news about its near-duplicates. Each article knows its primary;
 * each primary knows its members. An article only ever goes over to an elder primary, and one that
 * is a member itself passes on who comes to it; so all that are connected end with the eldest of
 * them, and news that say nothing new change nothing.
 */
final class ClusterDesk {

    private final Workplace at;
    private final PlacedVersions versions;

    ClusterDesk(Workplace at) {
        this.at = at;
        this.versions = new PlacedVersions(at);
    }

    void take(LinkArrived arrival) {
        ClusterLink link = arrival.link();
        ArticleState self = at.articles().get(link.getArticleId());
        if (self == null || link.getArticleId().equals(link.getOtherId())) {
            return;
        }
        Outbox outbox = new Outbox();
        switch (link.getNews()) {
            case JOIN -> join(outbox, link, self);
            case MEMBER -> welcome(outbox, link, self);
            case LEFT -> part(outbox, link);
            case UNKNOWN -> {
                // Of a later version of the contract: nothing that we could act on.
            }
        }
        outbox.send(at.context(), at.now().toEpochMilli());
    }

    private void join(Outbox outbox, ClusterLink link, ArticleState self) {
        String id = link.getArticleId();
        ClusterPlace alone = ClusterPlaces.primary(id, self.getFirstCreated());
        ClusterPlace before = at.clusters().place(id).orElse(alone);
        if (!ClusterPlaces.isElder(link, before)) {
            return;
        }
        ClusterPlace place = ClusterPlaces.joined(link);
        tell(outbox, ClusterNews.MEMBER, place.getPrimaryId(), link, self);
        if (!before.getPrimaryId().equals(id)) {
            tell(outbox, ClusterNews.LEFT, before.getPrimaryId(), link, self);
        }
        at.clusters().cluster(id).ifPresent(cluster -> hand(outbox, cluster, place));
        versions.next(outbox, id, Optional.of(place));
        outbox.whenSent(() -> at.clusters().places().put(id, place));
    }

    /** The members of a primary that is none any more go with it. */
    private void hand(Outbox outbox, ArticleCluster cluster, ClusterPlace place) {
        String id = cluster.getClusterId();
        for (ClusterMember member : cluster.getMembers()) {
            Match near = new Match(member.getRole(), member.getScore(), member.getReasons());
            ClusterLinks.add(
                    outbox,
                    at.codecs(),
                    ClusterPlaces.passedOn(member.getArticleId(), near, id, place));
        }
        forget(outbox, id);
    }

    private void welcome(Outbox outbox, ClusterLink link, ArticleState self) {
        String id = link.getArticleId();
        ClusterPlace alone = ClusterPlaces.primary(id, self.getFirstCreated());
        ClusterPlace place = at.clusters().place(id).orElse(alone);
        if (!place.getPrimaryId().equals(id)) {
            Match near = new Match(link.getRole(), link.getScore(), link.getReasons());
            ClusterLinks.add(
                    outbox,
                    at.codecs(),
                    ClusterPlaces.passedOn(link.getOtherId(), near, id, place));
            return;
        }
        ArticleCluster before =
                at.clusters()
                        .cluster(id)
                        .orElseGet(() -> Membership.empty(id, self.getFirstCreated()));
        write(outbox, Membership.with(before, link, at.now()));
        if (at.clusters().place(id).isEmpty()) {
            versions.next(outbox, id, Optional.of(alone));
            outbox.whenSent(() -> at.clusters().places().put(id, alone));
        }
    }

    private void part(Outbox outbox, ClusterLink link) {
        String id = link.getArticleId();
        at.clusters()
                .cluster(id)
                .ifPresent(cluster -> {
                    ArticleCluster after = Membership.without(cluster, link.getOtherId(), at.now());
                    if (after.getMemberCount() > 0) {
                        write(outbox, after);
                    } else {
                        forget(outbox, id);
                        versions.next(outbox, id, Optional.empty());
                        outbox.whenSent(() -> at.clusters().places().delete(id));
                    }
                });
    }

    private void write(Outbox outbox, ArticleCluster cluster) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.of(cluster).addTo(headers);
        byte[] bytes =
                outbox.add(
                        at.codecs().clusters().clusters(),
                        cluster.getClusterId(),
                        cluster,
                        headers);
        outbox.whenSent(() -> at.clusters().clusters().put(cluster.getClusterId(), bytes));
    }

    private void forget(Outbox outbox, String clusterId) {
        outbox.addTombstone(Topics.CLUSTERS, clusterId);
        outbox.whenSent(() -> at.clusters().clusters().delete(clusterId));
    }

    private void tell(
            Outbox outbox, ClusterNews news, String whom, ClusterLink join, ArticleState self) {
        Instant firstCreated = self.getFirstCreated();
        ClusterLinks.add(
                outbox,
                at.codecs(),
                ClusterLink.newBuilder(join)
                        .setArticleId(whom)
                        .setNews(news)
                        .setOtherId(join.getArticleId())
                        .setOtherFirstCreated(firstCreated)
                        .build());
    }
}

package io.broadsheet.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ClusterMember;
import io.broadsheet.v1.ClusterNews;
import io.broadsheet.v1.ClusterRole;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Lists of members are bounded and counts are right. */
class MembershipTest {

    private static final Instant NOW = Instant.parse("2026-02-03T05:00:00Z");

    @Test
    void whoIsToldOfTwiceIsAMemberOnce() {
        ArticleCluster cluster = Membership.empty("p", NOW);
        cluster = Membership.with(cluster, member("a"), NOW);
        cluster = Membership.with(cluster, member("a"), NOW);

        assertThat(cluster.getMemberCount()).isEqualTo(1);
        assertThat(Membership.without(cluster, "a", NOW).getMemberCount()).isZero();
        assertThat(Membership.without(cluster, "b", NOW).getMemberCount()).isEqualTo(1);
    }

    @Test
    void theLatestAreListedAndAllAreCounted() {
        ArticleCluster cluster = Membership.empty("p", NOW);
        for (int i = 0; i < 250; i++) {
            cluster = Membership.with(cluster, member("m" + i), NOW);
        }

        assertThat(cluster.getMemberCount()).isEqualTo(250);
        assertThat(cluster.getMembers()).hasSize(200);
        assertThat(cluster.getMembers().getLast())
                .extracting(ClusterMember::getArticleId)
                .isEqualTo("m249");
        assertThat(Membership.without(cluster, "m0", NOW).getMemberCount()).isEqualTo(249);
    }

    private static ClusterLink member(String id) {
        return ClusterLink.newBuilder()
                .setArticleId("p")
                .setNews(ClusterNews.MEMBER)
                .setOtherId(id)
                .setOtherFirstCreated(NOW)
                .setRole(ClusterRole.NEAR_DUPLICATE)
                .build();
    }
}

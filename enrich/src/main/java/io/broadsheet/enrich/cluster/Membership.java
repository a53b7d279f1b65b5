package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ClusterMember;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who is in a cluster. */
public final class Membership {

    /** As many members are listed; all are counted. */
    static final int MEMBERS_MAX = 200;

    private Membership() {}

    /** A cluster that nobody has joined yet. */
    public static ArticleCluster empty(String primaryId, Instant firstCreated) {
        return ArticleCluster.newBuilder()
                .setClusterId(primaryId)
                .setPrimaryArticleId(primaryId)
                .setMemberCount(0)
                .setFirstCreated(firstCreated)
                .setChangedAt(firstCreated)
                .build();
    }

    /** With one more member, or with what is known of it now. */
    public static ArticleCluster with(ArticleCluster cluster, ClusterLink member, Instant now) {
        List<ClusterMember> members = others(cluster, member.getOtherId());
        int known = cluster.getMembers().size() - members.size();
        members.add(
                ClusterMember.newBuilder()
                        .setArticleId(member.getOtherId())
                        .setRole(member.getRole())
                        .setScore(member.getScore())
                        .setReasons(member.getReasons())
                        .setJoinedAt(now)
                        .build());
        int from = Math.max(0, members.size() - MEMBERS_MAX);
        return ArticleCluster.newBuilder(cluster)
                .setMembers(List.copyOf(members.subList(from, members.size())))
                .setMemberCount(cluster.getMemberCount() + 1 - known)
                .setChangedAt(now)
                .build();
    }

    /** Without a member; the count is one less also if it was not listed any more. */
    public static ArticleCluster without(ArticleCluster cluster, String memberId, Instant now) {
        List<ClusterMember> members = others(cluster, memberId);
        boolean unlisted =
                members.size() == cluster.getMembers().size()
                        && cluster.getMemberCount() == members.size();
        return ArticleCluster.newBuilder(cluster)
                .setMembers(List.copyOf(members))
                .setMemberCount(cluster.getMemberCount() - (unlisted ? 0 : 1))
                .setChangedAt(now)
                .build();
    }

    private static List<ClusterMember> others(ArticleCluster cluster, String memberId) {
        List<ClusterMember> members = new ArrayList<>(cluster.getMembers());
        members.removeIf(member -> member.getArticleId().equals(memberId));
        return members;
    }
}

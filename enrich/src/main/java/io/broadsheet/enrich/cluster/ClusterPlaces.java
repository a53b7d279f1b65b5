package io.broadsheet.enrich.cluster;

import io.broadsheet.state.v1.ClusterPlace;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.ClusterLink;
import io.broadsheet.v1.ClusterNews;
import io.broadsheet.v1.ClusterRole;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of an article's place, from what is said of it, and on into the article. */
public final class ClusterPlaces {

    /**
     * Each is a few words long, so that an article that fitted a record fits one with its place.
     */
    private static final int REASONS_MAX = 8;

    private static final int REASON_CHARS_MAX = 64;

    private ClusterPlaces() {}

    /** The place of an article that others are near to. */
    public static ClusterPlace primary(String articleId, Instant firstCreated) {
        return ClusterPlace.newBuilder()
                .setPrimaryId(articleId)
                .setPrimaryFirstCreated(firstCreated)
                .setRole(ClusterRole.PRIMARY.name())
                .setScore(1)
                .build();
    }

    /** The place of an article that was told to join. */
    public static ClusterPlace joined(ClusterLink join) {
        return ClusterPlace.newBuilder()
                .setPrimaryId(join.getOtherId())
                .setPrimaryFirstCreated(join.getOtherFirstCreated())
                .setRole(join.getRole().name())
                .setScore(join.getScore())
                .setReasons(bounded(join.getReasons()))
                .build();
    }

    /**
     * Whether the primary that an article is told of is elder than the one it has; if it has none,
     * than the article itself. So places change a few times at most, and end with the eldest
     * primary in whatever order the news come.
     *
     * @param present the place that it has; that of {@link #primary} if it has none
     */
    public static boolean isElder(ClusterLink join, ClusterPlace present) {
        int byTime = join.getOtherFirstCreated().compareTo(present.getPrimaryFirstCreated());
        return byTime != 0 ? byTime < 0 : join.getOtherId().compareTo(present.getPrimaryId()) < 0;
    }

    /** The place as subscribers see it. */
    public static Cluster cluster(ClusterPlace place) {
        return Cluster.newBuilder()
                .setClusterId(place.getPrimaryId())
                .setPrimaryArticleId(place.getPrimaryId())
                .setRole(ClusterRole.valueOf(place.getRole()))
                .setScore(place.getScore())
                .setReasons(place.getReasons())
                .build();
    }

    /**
     * Tells one who is near to a member that the cluster's primary is another.
     *
     * @param near what that one is to the member; its score and reasons are of the two
     * @param place of the member
     */
    public static ClusterLink passedOn(
            String toId, Match near, String memberId, ClusterPlace place) {
        boolean exact =
                near.role() == ClusterRole.EXACT_DUPLICATE
                        && place.getRole().equals(ClusterRole.EXACT_DUPLICATE.name());
        List<String> reasons = new ArrayList<>(near.reasons());
        reasons.add("via " + memberId);
        return ClusterLink.newBuilder()
                .setArticleId(toId)
                .setNews(ClusterNews.JOIN)
                .setOtherId(place.getPrimaryId())
                .setOtherFirstCreated(place.getPrimaryFirstCreated())
                .setRole(exact ? ClusterRole.EXACT_DUPLICATE : ClusterRole.NEAR_DUPLICATE)
                .setScore(Math.min(near.score(), place.getScore()))
                .setReasons(bounded(reasons))
                .build();
    }

    /** The last ones: who passed it on stands last. */
    private static List<String> bounded(List<String> reasons) {
        List<String> bounded =
                reasons.stream().filter(r -> r.length() <= REASON_CHARS_MAX).toList();
        return bounded.subList(Math.max(0, bounded.size() - REASONS_MAX), bounded.size());
    }
}

package io.broadsheet.desk.flow;

import java.time.Instant;
import java.util.List;

/**
 * What the cluster said when it was last asked.
 *
 * @param at when
 * @param clusterId of the cluster
 * @param topics in the order of an article's journey
 * @param lags of each group on each topic, sorted
 * @param groupsLeftOut how many groups more there are, which were not asked for
 */
record Sample(
        Instant at,
        String clusterId,
        List<TopicFlow> topics,
        List<GroupLag> lags,
        int groupsLeftOut) {

    static final Sample NONE = new Sample(Instant.EPOCH, "", List.of(), List.of(), 0);

    Sample {
        topics = List.copyOf(topics);
        lags = List.copyOf(lags);
    }
}

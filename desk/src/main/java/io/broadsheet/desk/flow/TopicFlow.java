package io.broadsheet.desk.flow;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a topic is.
 *
 * @param topic its name
 * @param partitions how many
 * @param records offsets between its ends: no more records than that
 * @param perSecondNow over the last half minute
 * @param perSecondDay over the last day, or as long as the desk runs
 * @param sparks growth in each of the last minutes, the latest last
 */
public record TopicFlow(
        String topic,
        int partitions,
        long records,
        OptionalDouble perSecondNow,
        OptionalDouble perSecondDay,
        List<Long> sparks) {

    public TopicFlow {
        sparks = List.copyOf(sparks);
    }
}

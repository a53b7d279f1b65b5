package io.broadsheet.desk.images;

import io.broadsheet.desk.page.Slice;

import java.util.List;

/**
 * What images are worth.
 *
 * @param checked how many are known
 * @param verdicts how many have each
 * @param hosts the worst ones
 * @param host only of this one; empty for all
 * @param verdict only with this one; empty for all
 * @param images those that are wanted, the latest first
 */
public record ImageView(
        int checked,
        List<Count> verdicts,
        List<HostLine> hosts,
        String host,
        String verdict,
        Slice<ImageLine> images) {

    /**
     * How many images have a verdict.
     *
     * @param verdict of them
     * @param outcome that it means
     * @param images how many
     */
    public record Count(String verdict, String outcome, long images) {}
}

package io.broadsheet.desk.images;

import java.util.Map;

/**
 * How the images of a host are.
 *
 * @param host registrable host
 * @param images how many were checked
 * @param unusable how many of them cannot be shown
 * @param verdicts how many have each verdict
 */
public record HostLine(String host, long images, long unusable, Map<String, Long> verdicts) {

    /** How many of a hundred cannot be shown. */
    public long percentUnusable() {
        return images == 0 ? 0 : Math.round(100.0 * unusable / images);
    }
}

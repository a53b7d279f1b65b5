package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.Optional;

/**
 * What a page shows of its article besides the text.
 *
 * @param heading over the article, as shown
 * @param bylines texts that name who wrote it, as shown, the best first
 * @param dates texts that are dates, as written, the best first
 * @param title of the document; empty if it has none
 */
public record PageFacts(
        Optional<String> heading, List<String> bylines, List<String> dates, String title) {

    /** Of what is no page. */
    public static final PageFacts NONE = new PageFacts(Optional.empty(), List.of(), List.of(), "");
}

package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.v1.RawImage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the head of a page says, as it comes.
 *
 * @param title text of the title element
 * @param canonical target of the canonical link, as written
 * @param language of the html element
 * @param meta contents of meta elements by lower-case name, property or itemprop, in order
 * @param times {@code datetime} of time elements that are marked as the publication date
 * @param images in the body, in order
 */
record HtmlPageShape(
        Optional<String> title,
        Optional<String> canonical,
        Optional<String> language,
        Map<String, List<String>> meta,
        List<String> times,
        List<RawImage> images) {

    /** The first content, that is not blank, of the first of the names that has any. */
    Optional<String> meta(String... names) {
        for (String name : names) {
            Optional<String> found =
                    meta.getOrDefault(name, List.of()).stream()
                            .filter(v -> !v.isBlank())
                            .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}

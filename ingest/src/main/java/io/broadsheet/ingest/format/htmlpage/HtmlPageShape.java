package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.RawImage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a page says of its article, as it comes.
 *
 * @param declared values by key, in lower case and in order: {@code og:title}, {@code description},
 *     {@code dc.date}, {@code ld:headline} and {@code ld:page/headline} of linked data, {@code
 *     itemprop:headline} of microdata, {@code rdfa:headline} of RDFa, {@code html:title}, {@code
 *     html:lang}, {@code html:time}
 * @param addresses by which the page says it should be known, as written, by key, the best first
 * @param authors that the linked data names
 * @param images declared ones first, then those in the body, in order
 * @param problem where and why the linked data breaks off; empty if it does not
 */
record HtmlPageShape(
        Map<String, List<String>> declared,
        Map<String, String> addresses,
        List<Agent> authors,
        List<RawImage> images,
        Optional<String> problem) {

    /** The first value, that is not blank, of the best key that has any. */
    Optional<String> best(Precedence field) {
        return all(field).stream().findFirst();
    }

    /** All values, that are not blank, of the best key that has any. */
    List<String> all(Precedence field) {
        return field.keys().stream()
                .map(this::values)
                .filter(values -> !values.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The values of a key that are not blank. */
    List<String> values(String key) {
        return declared.getOrDefault(key, List.of()).stream().filter(v -> !v.isBlank()).toList();
    }
}

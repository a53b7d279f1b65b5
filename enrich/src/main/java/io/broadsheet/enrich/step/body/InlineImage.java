package io.broadsheet.enrich.step.body;

import java.util.Optional;

/**
 * An image in a body.
 *
 * @param url as written, of the attribute that holds the picture, which for lazy images is not src
 * @param alt the text in its place, if it has any
 * @param caption what is written under it
 */
public record InlineImage(String url, Optional<String> alt, Optional<Caption> caption) {

    /** The same image with this caption. */
    InlineImage with(Caption given) {
        return new InlineImage(url, alt, Optional.of(given));
    }
}

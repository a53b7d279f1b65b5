package io.broadsheet.enrich.step.body;

import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.v1.QualityFlag;

import java.util.List;
import java.util.Optional;

/**
 * The body of an article.
 *
 * @param text plain text without captions, paragraphs and lines separated by a newline; empty if
 *     there is none
 * @param html sanitised HTML, captions where they were; empty if there is nothing to show
 * @param images in order, as many as there are
 * @param base what the markup itself says that its URLs are relative to
 * @param flags what was found wrong
 * @param facts what a page shows besides
 */
public record Body(
        String text,
        String html,
        List<InlineImage> images,
        Optional<String> base,
        List<QualityFlag> flags,
        PageFacts facts) {

    Body withBase(Optional<String> known) {
        return new Body(text, html, images, known, flags, facts);
    }

    Body withFacts(PageFacts known) {
        return new Body(text, html, images, base, flags, known);
    }
}

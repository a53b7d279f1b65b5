package io.broadsheet.enrich.step.body;

import io.broadsheet.web.markup.PictureSource;

import org.jsoup.nodes.Element;

import java.util.Optional;

/** What an img element shows: the same picture that ingest has found in it. */
final class ImageSource {

    private ImageSource() {}

    /** The image of the element, or empty if no attribute names one. */
    static Optional<InlineImage> of(Element img) {
        return PictureSource.of(img)
                .map(source -> new InlineImage(source.url(), alt(img), Optional.empty()));
    }

    private static Optional<String> alt(Element img) {
        String alt = img.attr("alt").strip();
        String text = alt.isEmpty() ? img.attr("title").strip() : alt;
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}

package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Optional;

/**
 * Where an img element has its picture. Pages that load images lazily put a placeholder, or
 * nothing, into src and the picture's URL into an attribute of their own.
 */
final class ImageSource {

    private static final List<String> LAZY =
            List.of(
                    "data-src",
                    "data-original",
                    "data-lazy-src",
                    "data-actualsrc",
                    "data-original-src",
                    "data-url");

    private static final List<String> SETS = List.of("srcset", "data-srcset", "data-lazy-srcset");

    private ImageSource() {}

    /** The image of the element, or empty if no attribute names one. */
    static Optional<InlineImage> of(Element img) {
        return url(img).map(url -> new InlineImage(url, alt(img), Optional.empty()));
    }

    private static Optional<String> url(Element img) {
        String src = img.attr("src").strip();
        if (!src.isEmpty() && !src.regionMatches(true, 0, "data:", 0, "data:".length())) {
            return Optional.of(src);
        }
        return LAZY.stream()
                .map(name -> img.attr(name).strip())
                .filter(url -> !url.isEmpty())
                .findFirst()
                .or(() -> fromSet(img))
                .or(() -> src.isEmpty() ? Optional.empty() : Optional.of(src));
    }

    /** The first candidate of a srcset: the set is a choice of sizes of one picture. */
    private static Optional<String> fromSet(Element img) {
        return SETS.stream()
                .map(name -> img.attr(name).strip())
                .filter(set -> !set.isEmpty())
                .map(ImageSource::firstCandidate)
                .filter(url -> !url.isEmpty())
                .findFirst();
    }

    private static String firstCandidate(String set) {
        int end = 0;
        while (end < set.length() && !Character.isWhitespace(set.charAt(end))) {
            end++;
        }
        String url = set.substring(0, end);
        return url.endsWith(",") ? url.substring(0, url.length() - 1) : url;
    }

    private static Optional<String> alt(Element img) {
        String alt = img.attr("alt").strip();
        String text = alt.isEmpty() ? img.attr("title").strip() : alt;
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}

package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Figures, their captions and credits: the elements of HTML, and the classes that editors and
 * stylesheets use instead.
 */
final class FigureMarkup {

    private static final String WORDPRESS = "wp-caption";
    private static final String BLOGGER = "tr-caption-container";
    private static final Set<String> FIGURES = Set.of(WORDPRESS, BLOGGER);

    private static final Words CAPTIONS =
            new Words(
                    List.of("caption", "cutline", "bildunterschrift", "legende"),
                    "(?:image|img|photo|picture|media|fig|tr)?caption|cutline|bildunterschrift"
                            + "|legende",
                    "(?:[-_]{1,2}text)?");

    private static final Words CREDITS =
            new Words(
                    List.of("credit", "photographer", "bildnachweis"),
                    "(?:image|img|photo|picture|media)?credits?|photographer|bildnachweis|credito",
                    "");

    private FigureMarkup() {}

    /**
     * Classes that end in a word, as {@code article__image-caption} does.
     *
     * @param hints of which one is in each such class, for a quick look
     */
    private record Words(List<String> hints, Pattern pattern) {

        Words(List<String> hints, String words, String tail) {
            this(hints, Pattern.compile("(?:[\\w-]*[_-])?(?:" + words + ")" + tail));
        }

        boolean nameClassOf(Element element) {
            String names = element.attr("class").toLowerCase(Locale.ROOT);
            return mayBeIn(names)
                    && Stream.of(names.split("\\s+", -1))
                            .filter(name -> !FIGURES.contains(name))
                            .anyMatch(name -> pattern.matcher(name).matches());
        }

        /** Without a stream: it is asked of each element of a page. */
        private boolean mayBeIn(String names) {
            for (String hint : hints) {
                if (names.contains(hint)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Whether the element holds images and their caption. */
    static boolean isFigure(Element element) {
        return element.nameIs("figure") || element.hasClass(WORDPRESS) || element.hasClass(BLOGGER);
    }

    /** Whether the element is a caption, of the figure around it or of the image before it. */
    static boolean isCaption(Element element) {
        return element.nameIs("figcaption")
                || (element.hasAttr("class") && CAPTIONS.nameClassOf(element));
    }

    /** Whether the element says who made the image or owns it. */
    static boolean isCredit(Element element) {
        return element.hasAttr("class") && CREDITS.nameClassOf(element);
    }
}

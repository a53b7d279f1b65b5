package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Set;

/** What an element is by its name, its role, and what its author called it. */
final class Kinds {

    private static final Set<String> CAPTIONS =
            WordList.setOf(
                    "caption captions credit credits figcaption photocredit bildunterschrift"
                            + " bildnachweis imagecredit legende cutline");

    /** The same, however the words of the name are parted. */
    private static final WordFinder JOINED =
            new WordFinder(
                    WordList.listOf(
                            "imagecaption imgcaption photocaption picturecaption captiontext"
                                    + " photobyline photocredit imagecredit picturecredit"
                                    + " mediacredit mediacaption"));

    /** A single paragraph of sentences is what it says, whatever its class. */
    private static final Set<String> PARAGRAPHS =
            WordList.setOf("p h1 h2 h3 h4 h5 h6 blockquote pre dd dt");

    /** Their names tell of the site's looks or of the whole page. */
    private static final Set<String> NEUTRAL =
            WordList.setOf("td tr th tbody thead code pre main article body html sup sub");

    private Kinds() {}

    /** As far as it can be told before what is in it is known. */
    static Box.Kind of(Element element, NameWords names) {
        if (NEUTRAL.contains(element.normalName())) {
            return Box.Kind.PLAIN;
        }
        if (element.nameIs("figcaption") || areOfCaption(names)) {
            return Box.Kind.CAPTION;
        }
        return Chrome.is(element, names) ? Box.Kind.CHROME : Box.Kind.PLAIN;
    }

    /** Whether these are names for what is written under a picture. */
    static boolean areOfCaption(NameWords names) {
        return names.hasAny(CAPTIONS) || names.joinedHasAny(JOINED);
    }

    static boolean isParagraph(Element element) {
        return PARAGRAPHS.contains(element.normalName());
    }
}

package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Set;

/** By what page authors mark the article. */
enum Hints {
    /** Nothing. */
    NONE(1),
    /** A word that is also on much else. */
    WORD(1.4),
    /** An element for articles or for what a page is about. */
    ELEMENT(1.8),
    /** A mark or a name that only the body of an article has. */
    BODY(2.2);

    private static final WordFinder BODIES =
            new WordFinder(
                    WordList.listOf(
                            """
                            articlebody articlecontent articletext articlemain articlecopy
                            articlecorpus entrycontent entrybody entrytext postcontent postbody
                            posttext postentry storybody storycontent storytext blogcontent blogpost
                            newscontent newsbody newstext newsdetail contentbody bodycontent
                            bodytext textcontent richtext singlecontent pagecontent fieldnamebody
                            artikeltext artikelbody artikelinhalt beitragstext cuerponoticia texte
                            contenido pagetext textbody maincontenttext threadcontent paragraphs
                            wysiwyg mainarticle
                            """));

    private static final Set<String> WORDS =
            WordList.setOf(
                    "article story post entry main content artikel beitrag text hentry single");

    private final double weight;

    Hints(double weight) {
        this.weight = weight;
    }

    /** How many times as much as without a hint what is in there counts. */
    double weight() {
        return weight;
    }

    static Hints of(Box box) {
        Element element = box.element;
        if (element.attr("itemprop").equals("articleBody") || box.names.joinedHasAny(BODIES)) {
            return BODY;
        }
        if (box.nameIs("article") || box.nameIs("main") || element.attr("role").equals("main")) {
            return ELEMENT;
        }
        return box.names.hasAny(WORDS) ? WORD : NONE;
    }
}

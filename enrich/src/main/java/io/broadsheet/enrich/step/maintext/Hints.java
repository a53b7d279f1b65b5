package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Set;

/** By what page authors mark the article. */
final class Hints {

    private static final List<String> BODIES =
            List.of(
                    "articlebody", "articlecontent", "articletext", "articlemain", "articlecopy", "articlecorpus",
                    "entrycontent", "entrybody", "entrytext", "postcontent", "postbody", "posttext", "postentry",
                    "storybody", "storycontent", "storytext", "blogcontent", "blogpost", "newscontent",
                    "newsbody", "newstext", "newsdetail", "contentbody", "bodycontent", "bodytext", "textcontent", "richtext", "singlecontent", "pagecontent",
                    "fieldnamebody", "artikeltext", "artikelbody", "artikelinhalt", "beitragstext", "cuerponoticia", "texte",
                    "contenido", "pageText", "textbody", "maincontenttext", "threadcontent", "paragraphs", "wysiwyg", "mainarticle");

    private static final Set<String> WEAK = Set.of("article", "story", "post", "entry", "main", "content", "artikel", "beitrag", "text", "hentry", "single");

    private Hints() {}

    /** 3 for the body of an article, 2 for an article, 1 for what might be, 0 for anything else. */
    static int of(Element element, NameWords names) {
        if (element.attr("itemprop").equals("articleBody") || names.joinedHasAny(BODIES)) {
            return 3;
        }
        if (element.nameIs("article") || element.nameIs("main") || element.attr("role").equals("main")) {
            return 2;
        }
        return names.hasAny(WEAK) ? 1 : 0;
    }
}

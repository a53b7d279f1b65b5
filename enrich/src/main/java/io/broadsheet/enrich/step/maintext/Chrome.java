package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;

/**
 * What of a page is no part of any article: by its element, by its role for readers that cannot
 * see, and by what its author called it.
 */
final class Chrome {

    private static final Set<String> ELEMENTS =
            WordList.setOf("nav footer aside menu dialog form fieldset input label");

    private static final Set<String> ROLES =
            WordList.setOf(
                    "navigation banner contentinfo complementary search dialog alertdialog menu"
                            + " menubar toolbar tablist tooltip");

    /** One of these among the words of a name is enough. */
    private static final Set<String> WORDS =
            WordList.setOf(
                    """
                    nav navi navbar navigation menu submenu breadcrumb breadcrumbs share sharing
                    sharer shares sharebar social socials addthis sharethis addtoany sharedaddy
                    newsletter newsletters subscribe subscription signup related relateds
                    recommended recommendation recommendations recommend recirc recirculation
                    sidebar footer cookie cookies consent gdpr comment comments commentlist disqus
                    respond sponsor sponsored sponsors advert adverts advertisement advertising
                    advertorial ad ads adsbygoogle banner taboola outbrain promo promos promotion
                    paywall pagination pager pagenav popup modal overlay toolbar trending popular mostread tags taglist tagcloud byline bylines
                    authorbox bio print rating ratings vote votes skip login signin search masthead
                    topbar flyout dropdown teaser teasers upsell toc copyright disclaimer
                    disclosure donate donation tooltip yarpp noprint kommentare kommentar werbung
                    anzeige navigacion compartir relacionadas relacionados partager commentaires
                    infobox metadata postmeta entrymeta feedback carousel slider timestamp dateline
                    readmore prevnext
                    """);

    /** Several words that say it only together. */
    private static final WordFinder JOINED =
            new WordFinder(
                    WordList.listOf(
                            """
                            relatedpost relatedarticle relatedstor relatedlink readnext readalso
                            mostread morestories morefrom morenews alsolike authorbio authorbox
                            authorinfo authorcard aboutauthor abouttheauthor postmeta entrymeta
                            articlemeta metadata postfooter entryfooter articlefooter posttags
                            articletags entrytags taglinks catlinks socialshare sharebutton followus
                            nextpost prevpost postnav screenreader visuallyhidden hiddenvisually
                            sronly offscreen assistivetext siderail
                            videoplayer audioplayer mediaplayer progressbar mailinglist
                            emailsignup keepreading backtotop mwjump editsection readingtime
                            """));

    /** What is never the article, even where nothing else looks like one. */
    private static final Set<String> NEVER =
            WordList.setOf(
                    "cookie cookies consent gdpr disclaimer comment comments commentlist disqus");

    private static final Set<String> NEVER_ELEMENTS = WordList.setOf("footer nav form menu");

    /** What is no part of a sentence even in the midst of one. */
    private static final Set<String> WITHIN_LINES =
            WordList.setOf(
                    "share sharing social editsection permalink print noprint skip"
                            + " screenreader ad ads");

    private static final WordFinder WITHIN_LINES_JOINED =
            new WordFinder(
                    WordList.listOf(
                            "editsection screenreader visuallyhidden hiddenvisually sronly offscreen"
                                    + " assistivetext sharebutton tooltiptext tooltipcontent"));

    /** Beside the text, and of it: what authors set apart, and notes. */
    private static final Set<String> BESIDE =
            WordList.setOf(
                    "callout admonition note tip hint sidenote marginnote footnote footnotes"
                            + " endnotes fn fna");

    private Chrome() {}

    /** Whether element, role or name say that it is no part of an article. */
    static boolean is(Element element, NameWords names) {
        if (names.hasAny(BESIDE) && !names.hasAny(NEVER) && isAside(element)) {
            return false;
        }
        return ELEMENTS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || names.hasAny(WORDS)
                || names.joinedHasAny(JOINED);
    }

    private static boolean isAside(Element element) {
        return element.nameIs("aside") || element.nameIs("div") || element.nameIs("section");
    }

    /** Whether it is not the article either where all of the page's text is in chrome. */
    static boolean isNever(Box box) {
        return NEVER_ELEMENTS.contains(box.element.normalName()) || box.names.hasAny(NEVER);
    }

    /** Whether it goes even from the midst of a sentence. */
    static boolean isWithinLines(Box box) {
        return box.names.hasAny(WITHIN_LINES) || box.names.joinedHasAny(WITHIN_LINES_JOINED);
    }
}

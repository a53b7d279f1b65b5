package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of a page is no part of any article: by its element, by its role for readers that cannot
 * see, and by what its author called it.
 */
final class Chrome {

    private static final Set<String> ELEMENTS =
            Set.of("nav", "footer", "aside", "menu", "dialog", "form", "fieldset", "input", "label");

    private static final Set<String> ROLES =
            Set.of(
                    "navigation",
                    "banner",
                    "contentinfo",
                    "complementary",
                    "search",
                    "dialog",
                    "alertdialog",
                    "menu",
                    "menubar",
                    "toolbar",
                    "tablist",
                    "tooltip");

    /** One of these in a name is enough. */
    private static final Set<String> WORDS =
            Set.of(
                    "nav", "navi", "navbar", "navigation", "menu", "submenu", "breadcrumb",
                    "breadcrumbs", "share", "sharing", "sharer", "shares", "sharebar", "social",
                    "socials", "addthis", "sharethis", "addtoany", "sharedaddy", "newsletter", "newsletters", "subscribe",
                    "subscription", "signup", "related", "relateds", "recommended",
                    "recommendation", "recommendations", "recommend", "recirc", "recirculation",
                    "sidebar", "footer", "cookie", "cookies", "consent", "gdpr", "comment",
                    "comments", "commentlist", "disqus", "respond", "sponsor", "sponsored", "sponsors",
                    "advert", "adverts", "advertisement", "advertising", "advertorial", "ad", "ads",
                    "adsbygoogle", "banner", "taboola", "outbrain", "promo", "promos", "promotion",
                    "paywall", "pagination", "pager", "pagenav", "popup", "modal", "overlay",
                    "lightbox", "toolbar", "widget", "widgets", "trending", "popular", "mostread",
                    "tags", "taglist", "tagcloud", "byline", "bylines", "authorbox", "bio", "print",
                    "rating", "ratings", "vote", "votes", "skip", "login", "signin", "search",
                    "masthead", "topbar", "flyout", "dropdown", "teaser", "teasers", "upsell",
                    "toc", "copyright", "disclaimer", "disclosure", "donate", "donation", "tooltip",
                    "jp-relatedposts", "yarpp", "noprint", "kommentare", "kommentar", "werbung", "anzeige", "navigacion",
                    "compartir", "relacionadas", "relacionados", "partager", "commentaires", "infobox", "metadata", "postmeta", "entrymeta", "feedback", "carousel", "slider", "timestamp", "dateline", "readmore", "prevnext");

    /** Several words that say it only together. */
    private static final List<String> JOINED =
            List.of(
                    "relatedpost", "relatedarticle", "relatedstor", "relatedlink", "readnext", "readalso", "mostread",
                    "morestories", "morefrom", "morenews", "alsolike", "authorbio", "authorbox", "authorinfo", "authorcard",
                    "aboutauthor", "abouttheauthor", "postmeta", "entrymeta", "articlemeta", "metadata", "postfooter",
                    "entryfooter", "articlefooter", "posttags", "articletags", "entrytags", "taglinks", "catlinks", "socialshare",
                    "sharebutton", "followus", "nextpost", "prevpost", "postnav", "screenreader", "visuallyhidden",
                    "mailinglist", "emailsignup", "keepreading", "backtotop", "mwjump", "editsection", "readingtime");

    /** What is never the article, even where nothing else looks like one. */
    private static final Set<String> NEVER =
            Set.of("cookie", "cookies", "consent", "gdpr", "disclaimer", "comment", "comments", "commentlist", "disqus");

    private static final Set<String> NEVER_ELEMENTS = Set.of("footer", "nav", "form", "menu");

    /** Words that are also found on a part of a sentence. */
    private static final Set<String> INLINE = Set.of("share", "sharing", "social", "tooltip", "editsection", "permalink", "print", "noprint", "skip", "screenreader", "ad", "ads");

    private static final List<String> INLINE_JOINED = List.of("editsection", "screenreader", "visuallyhidden", "sharebutton");

    static boolean isNever(Element element, NameWords names) {
        return NEVER_ELEMENTS.contains(element.normalName()) || names.hasAny(NEVER);
    }

    static boolean isInline(NameWords names) {
        return names.hasAny(INLINE) || names.joinedHasAny(INLINE_JOINED);
    }

    private Chrome() {}

    /** Whether element, role or name say that it is no part of an article. */
    static boolean is(Element element, NameWords names) {
        return ELEMENTS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || names.hasAny(WORDS)
                || names.joinedHasAny(JOINED);
    }
}

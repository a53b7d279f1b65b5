package io.broadsheet.ingest.format.htmlpage.ld;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Set;

/** What a thing is, as far as it matters here; the first is what we most look for. */
enum LdType {
    /** {@code NewsArticle} and its kinds. */
    NEWS,
    /** Any other article. */
    ARTICLE,
    /** Something written that is no article by name. */
    WORK,
    /** The page around it. */
    PAGE,
    /** Anything else: breadcrumbs, organisations, lists. */
    OTHER;

    private static final Set<String> ARTICLES =
            Set.of(
                    "article",
                    "blogposting",
                    "liveblogposting",
                    "socialmediaposting",
                    "discussionforumposting",
                    "techarticle",
                    "scholarlyarticle",
                    "medicalscholarlyarticle",
                    "advertisercontentarticle",
                    "satiricalarticle",
                    "report");

    private static final Set<String> WORKS = Set.of("creativework", "review", "recipe", "posting");

    /** The best of the types that an object says it has. */
    static LdType of(JsonNode object) {
        LdType best = OTHER;
        for (String written : LdNode.texts(object.path("@type"))) {
            LdType type = of(written);
            best = type.compareTo(best) < 0 ? type : best;
        }
        return best;
    }

    /** With or without the vocabulary before the name. */
    private static LdType of(String written) {
        String lower = written.toLowerCase(Locale.ROOT);
        int from = Math.max(lower.lastIndexOf('/'), lower.lastIndexOf(':'));
        String name = lower.substring(Math.max(from, lower.lastIndexOf('#')) + 1);
        if (name.endsWith("newsarticle")) {
            return NEWS;
        }
        if (ARTICLES.contains(name)) {
            return ARTICLE;
        }
        if (WORKS.contains(name)) {
            return WORK;
        }
        return name.endsWith("page") ? PAGE : OTHER;
    }
}

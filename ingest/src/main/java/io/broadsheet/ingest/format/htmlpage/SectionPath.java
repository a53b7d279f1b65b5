package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.web.url.WebUrl;

import java.util.Optional;
import java.util.regex.Pattern;

/** Sections of a site, told from articles by the look of their paths. */
final class SectionPath {

    /** A number of five digits, three words with hyphens between, or the name of a file. */
    private static final Pattern ARTICLE =
            Pattern.compile(
                    ".*(?:[0-9]{5}|[^-_][-_][^-_]+[-_][^-_]+[-_][^-_]).*|.+\\.(?:s?html?|php|aspx?|jsp)");

    private SectionPath() {}

    /**
     * Whether one URL is a section in which the other is an article: above it in the path, with a
     * last part that looks like no article where that of the other does. {@code /a-storm-at-sea}
     * above {@code /a-storm-at-sea/amp} is none.
     */
    static boolean isSectionOf(String url, String article) {
        Optional<String> section = path(url);
        Optional<String> path = path(article);
        return section.isPresent()
                && path.isPresent()
                && path.get().startsWith(section.get() + "/")
                && !looksLikeArticle(section.get())
                && looksLikeArticle(path.get());
    }

    private static Optional<String> path(String url) {
        return WebUrl.parse(url)
                .filter(u -> u.query().isEmpty())
                .map(u ->
                        u.path().endsWith("/")
                                ? u.path().substring(0, u.path().length() - 1)
                                : u.path());
    }

    private static boolean looksLikeArticle(String path) {
        return ARTICLE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }
}

package io.broadsheet.syndicate.feed;

import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.filter.FilterWords;
import io.broadsheet.syndicate.http.Problem;
import io.broadsheet.syndicate.http.ProblemException;
import io.broadsheet.syndicate.http.Query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which feed is asked for.
 *
 * @param base where we are, without a slash at its end
 * @param path of the feed without its ending
 * @param query the filter, the cursor and the limit
 * @param source named by the path; empty for none
 * @param limit how many articles
 */
record FeedRequest(String base, String path, Query query, Optional<String> source, int limit) {

    private static final int LIMIT_MAX = 500;
    private static final Set<String> NAMES =
            Set.of("source", "section", "language", "image", "limit", "before");
    private static final Pattern CURSOR = Pattern.compile("[0-9a-z]{1,12}-[0-9a-f]{1,64}");

    /**
     * Reads a request.
     *
     * @param source named by the path
     * @throws ProblemException if something in it means nothing
     */
    static FeedRequest read(String base, Optional<String> source, String rawQuery, int page) {
        Query query = Query.read(rawQuery, NAMES);
        String path = source.map(it -> "/sources/" + Query.encoded(it)).orElse("") + "/feed.";
        int limit = query.one("limit").map(FeedRequest::limit).orElse(page);
        var request = new FeedRequest(base, path, query, source, limit);
        if (source.isPresent() && !query.all("source").isEmpty()) {
            throw malformed("source is named by the path already");
        }
        var _ = request.filter();
        var _ = request.cursor();
        return request;
    }

    private static int limit(String text) {
        boolean number = text.matches("[1-9][0-9]{0,2}");
        if (!number || Integer.parseInt(text) > LIMIT_MAX) {
            throw malformed(
                    "limit = %s: must be a whole number from 1 to %d"
                            .formatted(Query.quoted(text), LIMIT_MAX));
        }
        return Integer.parseInt(text);
    }

    /** Which articles. */
    ArticleFilter filter() {
        try {
            return FilterWords.read(this::words);
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private List<String> words(String name) {
        return "source".equals(name) && source.isPresent()
                ? List.of(source.get())
                : query.all(name);
    }

    /** Behind which article. */
    Optional<String> cursor() {
        Optional<String> cursor = query.one("before");
        cursor.filter(it -> !CURSOR.matcher(it).matches())
                .ifPresent(it -> {
                    throw malformed(
                            "before = %s: take it from the feed's link to its next page"
                                    .formatted(Query.quoted(it)));
                });
        return cursor;
    }

    /** The URL of this page in a format. */
    String self(String ending) {
        return url(ending, query.text());
    }

    /** The URL of the first page in a format. */
    String first(String ending) {
        return url(ending, query.without(Set.of("before")).text());
    }

    /** The URL of another page in a format. */
    String page(String ending, String cursor) {
        return url(ending, query.text(Map.of("before", cursor)));
    }

    private String url(String ending, String text) {
        return base + path + ending + (text.isEmpty() ? "" : "?" + text);
    }

    /** What is the same for all pages of this feed and all places where it is served. */
    String name() {
        String text = query.without(Set.of("before", "limit")).text();
        String of = source.map(it -> "source=" + Query.encoded(it) + "&").orElse("") + text;
        return of.isEmpty() ? "all" : of.replaceAll("&$", "");
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail));
    }
}

package io.broadsheet.ingest.poll.list;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a link on a page is to a feed, the best first. */
enum FeedLink {
    /** It is said to be a feed. */
    FEED,
    /** It is said to be another form of the page, and may be a feed by its type. */
    LIKELY,
    /** A feed of what readers say, which nobody wants first. */
    COMMENTS,
    /**
     * JSON of whatever kind: the first JSON Feeds were named so, and so is the API of many a site.
     */
    GUESS,
    /** None. */
    NONE;

    private static final Set<String> FEED_TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/feed+json",
                    "application/rdf+xml",
                    "application/x-rss+xml");

    private static final Set<String> LIKELY_TYPES =
            Set.of("application/xml", "text/xml", "text/rss+xml", "text/atom+xml");

    private static final Pattern COMMENT =
            Pattern.compile(
                    "comment|kommentar|comentari|comentári|commenti|коммент|评论|評論|コメント",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** By its relation, type, title and target. */
    static FeedLink of(Element link) {
        String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT).strip() + " ";
        boolean alternate = rel.contains(" alternate ") && !rel.contains(" stylesheet ");
        FeedLink byType = alternate ? ofType(link.attr("type")) : NONE;
        FeedLink kind = rel.contains(" feed ") ? FEED : byType;
        return kind != NONE && kind != GUESS && isOfComments(link) ? COMMENTS : kind;
    }

    private static FeedLink ofType(String written) {
        String type = written.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (FEED_TYPES.contains(type)) {
            return FEED;
        }
        if (LIKELY_TYPES.contains(type)) {
            return LIKELY;
        }
        return type.equals("application/json") ? GUESS : NONE;
    }

    private static boolean isOfComments(Element link) {
        return COMMENT.matcher(link.attr("title")).find()
                || COMMENT.matcher(link.attr("href")).find();
    }

    /** The better of two that name the same target. */
    static FeedLink better(FeedLink one, FeedLink other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}

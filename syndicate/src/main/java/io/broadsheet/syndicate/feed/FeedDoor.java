package io.broadsheet.syndicate.feed;

import io.avaje.jex.http.Context;
import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.syndicate.http.Permit;
import io.broadsheet.syndicate.http.Problem;
import io.broadsheet.syndicate.http.ProblemException;
import io.broadsheet.syndicate.http.Query;
import io.broadsheet.syndicate.tail.TopicTail;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * {@code /feed.json}, {@code /feed.atom}, the same of one source below {@code /sources/ID}, one
 * article at {@code /articles/ID}, and a page that leads to them.
 */
public final class FeedDoor {

    private static final int COME_AGAIN_SECONDS = 5;

    /** Each holds a page in memory until its reader has it. */
    private static final int AT_ONCE_MAX = 16;

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.\\-]+(:[0-9]{1,5})?|\\[[0-9a-fA-F:.]+](:[0-9]{1,5})?");
    private static final JsonFeed JSON_FEED = new JsonFeed();
    private static final AtomFeed ATOM = new AtomFeed(JSON_FEED);

    private final FeedLimits limits;
    private final String publicUrl;
    private final Shelf shelf;
    private final TopicTail latest;
    private final ArticleForms forms;
    private final Semaphore answers = new Semaphore(AT_ONCE_MAX);
    private Optional<MeterRegistry> meters = Optional.empty();

    /**
     * @param publicUrl empty for what is asked for
     * @param shelf the articles
     * @param latest fills the shelf
     */
    public FeedDoor(
            FeedLimits limits,
            String publicUrl,
            Shelf shelf,
            TopicTail latest,
            ArticleForms forms) {
        this.limits = limits;
        this.publicUrl = publicUrl;
        this.shelf = shelf;
        this.latest = latest;
        this.forms = forms;
    }

    /** Measures what is asked for. */
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(registry);
        registry.gauge("broadsheet.syndicate.feed.articles", shelf, Shelf::size);
    }

    /** Answers with JSON Feed. */
    public void json(Context context) {
        limited(() -> answer(context, JSON_FEED));
    }

    /** Answers with Atom. */
    public void atom(Context context) {
        limited(() -> answer(context, ATOM));
    }

    private void limited(Runnable answer) {
        try (Permit _ = Permit.of(answers).orElseThrow(FeedDoor::full)) {
            answer.run();
        }
    }

    private static ProblemException full() {
        return new ProblemException(
                Problem.busy(
                        "as many feeds are being written as may be; come again",
                        COME_AGAIN_SECONDS));
    }

    private void answer(Context context, FeedFormat format) {
        requireCaughtUp();
        FeedRequest request =
                FeedRequest.read(base(context), source(context), raw(context), limits.page());
        var page =
                new FeedPage(
                        request,
                        limits.title(),
                        shelf.read(request.filter(), request.cursor(), request.limit()));
        String etag = page.etag(format.ending());
        context.header("ETag", etag);
        context.header("Last-Modified", Dates.ofHttp(page.changedAt()));
        context.header("Cache-Control", "no-cache");
        context.header("Link", links(page, format));
        boolean known = isKnown(context, page, etag);
        count(format.ending(), known ? 304 : 200);
        if (known) {
            context.writeEmpty(304);
        } else {
            context.contentType(format.mediaType() + "; charset=utf-8");
            context.write(format.write(page));
        }
    }

    private static Optional<String> source(Context context) {
        return Optional.ofNullable(context.pathParamMap().get("source"));
    }

    /** As a browser or a reader finds the other format, and the next page (RFC 8288). */
    private static String links(FeedPage page, FeedFormat format) {
        FeedFormat other = format instanceof JsonFeed ? ATOM : JSON_FEED;
        String alternate =
                "<%s>; rel=\"alternate\"; type=\"%s\""
                        .formatted(page.request().self(other.ending()), other.mediaType());
        return page.next(format.ending())
                .map(next -> alternate + ", <" + next + ">; rel=\"next\"")
                .orElse(alternate);
    }

    /** The tag is asked for before the date (RFC 9110, section 13.2.2). */
    private static boolean isKnown(Context context, FeedPage page, String etag) {
        Optional<String> tags = Optional.ofNullable(context.header("If-None-Match"));
        if (tags.isPresent()) {
            return Arrays.stream(tags.get().split(",", -1))
                    .map(String::strip)
                    .map(it -> it.startsWith("W/") ? it.substring(2) : it)
                    .anyMatch(it -> "*".equals(it) || it.equals(etag));
        }
        return Optional.ofNullable(context.header("If-Modified-Since"))
                .map(since -> !Dates.isNewer(page.changedAt(), since))
                .orElse(false);
    }

    /** Answers with one article, in the form that is asked for. */
    public void article(Context context) {
        limited(() -> answerArticle(context));
    }

    private void answerArticle(Context context) {
        requireCaughtUp();
        Query query = Query.read(raw(context), Set.of("form"));
        ArticleForm form = form(context, query.one("form"));
        String id = context.pathParam("id");
        Held held =
                shelf.find(id)
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.missing(
                                                Query.quoted(id)
                                                        + " is not among the latest articles")));
        var article =
                held.article()
                        .orElseThrow(() ->
                                new ProblemException(
                                        Problem.gone(Query.quoted(id) + " was taken back")));
        String etag = "\"" + article.getVersion() + "-" + form.name() + '"';
        context.header("ETag", etag);
        context.header("Vary", "Accept");
        context.header("Cache-Control", "no-cache");
        boolean known = etag.equals(context.header("If-None-Match"));
        count("article", known ? 304 : 200);
        if (known) {
            context.writeEmpty(304);
        } else {
            context.contentType(form.mediaType() + "; charset=utf-8");
            context.write(form.write(article));
        }
    }

    private ArticleForm form(Context context, Optional<String> name) {
        if (name.isPresent()) {
            return forms.named(name.get())
                    .orElseThrow(() ->
                            new ProblemException(
                                    Problem.malformed(
                                            "form = %s: must be one of %s"
                                                    .formatted(
                                                            Query.quoted(name.get()),
                                                            String.join(", ", forms.names())))));
        }
        return forms.accepted(Optional.ofNullable(context.header("Accept")).orElse(""))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.notAcceptable(
                                        "Accept names none of the forms: "
                                                + String.join(", ", forms.mediaTypes()))));
    }

    /** A page for people, by which readers find the feeds. */
    public void index(Context context) {
        count("index", 200);
        context.html(
                """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%1$s</title>
                <link rel="alternate" type="application/feed+json" title="%1$s" href="/feed.json">
                <link rel="alternate" type="application/atom+xml" title="%1$s" href="/feed.atom">
                </head>
                <body>
                <h1>%1$s</h1>
                <ul>
                <li><a href="/feed.json">JSON Feed</a></li>
                <li><a href="/feed.atom">Atom</a></li>
                <li><a href="/articles/stream">Server-sent events</a></li>
                </ul>
                </body>
                </html>
                """
                        .formatted(escaped(limits.title())));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void requireCaughtUp() {
        if (!latest.isCaughtUp()) {
            throw new ProblemException(
                    Problem.busy("articles are still being read; come again", COME_AGAIN_SECONDS));
        }
    }

    private void count(String feed, int status) {
        meters.ifPresent(it ->
                it.counter(
                                "broadsheet.syndicate.feed.requests",
                                "feed",
                                feed,
                                "status",
                                Integer.toString(status))
                        .increment());
    }

    private static String raw(Context context) {
        return Optional.ofNullable(context.uri().getRawQuery()).orElse("");
    }

    /** Where we are: as set, or as asked for, if that can be a host. */
    private String base(Context context) {
        if (!publicUrl.isEmpty()) {
            return publicUrl;
        }
        String host = Optional.ofNullable(context.header("Host")).orElse("localhost");
        if (!HOST.matcher(host).matches()) {
            throw new ProblemException(
                    Problem.malformed("the header Host = " + Query.quoted(host) + " is no host"));
        }
        return "http://" + host.toLowerCase(Locale.ROOT);
    }
}

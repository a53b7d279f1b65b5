package io.broadsheet.syndicate;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.syndicate.feed.FeedLimits;
import io.broadsheet.syndicate.stream.StreamLimits;

import java.time.Duration;
import java.util.List;

/**
 * Where articles are handed out over HTTP, and how much.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param publicUrl under which subscribers reach it, without a slash at its end; empty for what
 *     they ask for
 * @param corsOrigins sites whose pages may read it; {@code *} for all
 * @param streams of events
 * @param feeds JSON Feed and Atom
 */
public record SyndicateConfig(
        String host,
        int port,
        String publicUrl,
        String corsOrigins,
        StreamLimits streams,
        FeedLimits feeds) {

    private static final IntBounds PORTS = new IntBounds(0, 65_535);

    private static final Setting<String> HOST =
            Setting.text("syndicate.host", "address that articles are handed out on", "127.0.0.1");
    private static final Setting<Integer> PORT =
            Setting.integer(
                    "syndicate.port",
                    "port that articles are handed out on; 0 for any free one",
                    8087,
                    PORTS);
    private static final Setting<String> PUBLIC_URL =
            Setting.text(
                    "syndicate.url",
                    "URL under which subscribers reach it, such as https://news.example.org; what"
                            + " they ask for if empty",
                    "");
    private static final Setting<String> CORS =
            Setting.text(
                    "syndicate.cors.origins",
                    "sites whose pages may read it in a browser, with commas between them; * for"
                            + " all, none if empty",
                    "*");
    private static final Setting<Integer> STREAMS =
            Setting.integer(
                    "syndicate.streams.max",
                    "streams of events at once; more are told to come again",
                    500,
                    new IntBounds(1, 100_000));
    private static final Setting<Integer> CATCH_UPS =
            Setting.integer(
                    "syndicate.catch.ups.max",
                    "streams at once that read what is not in memory any more, each with up to 1"
                            + " MiB and a consumer of its own; more are told to come again",
                    16,
                    new IntBounds(1, 1_000));
    private static final Setting<Integer> WINDOW =
            Setting.integer(
                    "syndicate.window.entries.max",
                    "latest versions kept in memory for streams; who falls further behind is cut"
                            + " off",
                    2_000,
                    new IntBounds(1, 1_000_000));
    private static final Setting<Integer> WINDOW_MEGABYTES =
            Setting.integer(
                    "syndicate.window.megabytes.max",
                    "megabytes of versions kept in memory for streams, as they are on Kafka",
                    32,
                    new IntBounds(1, 65_536));
    private static final Setting<Duration> HEARTBEAT =
            Setting.duration(
                    "syndicate.heartbeat",
                    "time after which a silent stream says that it lives, and how far it is",
                    Duration.ofSeconds(15));
    private static final Setting<Duration> WRITE_MAX =
            Setting.duration(
                    "syndicate.write.max",
                    "time that a reader may take for one event; then he is cut off",
                    Duration.ofSeconds(30));
    private static final Setting<String> TITLE =
            Setting.text("syndicate.feed.title", "title of the feeds", "Broadsheet");
    private static final Setting<Integer> PER_SOURCE =
            Setting.integer(
                    "syndicate.feed.articles.per.source",
                    "latest articles of each source that feeds have",
                    200,
                    new IntBounds(1, 100_000));
    private static final Setting<Integer> FEED_MEGABYTES =
            Setting.integer(
                    "syndicate.feed.megabytes.max",
                    "megabytes of articles that feeds have, as they are on Kafka; the oldest go"
                            + " first",
                    128,
                    new IntBounds(1, 65_536));
    private static final Setting<Integer> PAGE =
            Setting.integer(
                    "syndicate.feed.page",
                    "articles on a page of a feed, if no limit is asked for",
                    50,
                    new IntBounds(1, 500));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(
                    HOST,
                    PORT,
                    PUBLIC_URL,
                    CORS,
                    STREAMS,
                    CATCH_UPS,
                    WINDOW,
                    WINDOW_MEGABYTES,
                    HEARTBEAT,
                    WRITE_MAX,
                    TITLE,
                    PER_SOURCE,
                    FEED_MEGABYTES,
                    PAGE);

    /** From values that were read. */
    public static SyndicateConfig of(SettingValues values) {
        return new SyndicateConfig(
                values.get(HOST),
                values.get(PORT),
                values.get(PUBLIC_URL).replaceAll("/+$", ""),
                values.get(CORS),
                new StreamLimits(
                        values.get(STREAMS),
                        values.get(CATCH_UPS),
                        values.get(WINDOW),
                        values.get(WINDOW_MEGABYTES) * 1024L * 1024,
                        values.get(HEARTBEAT),
                        values.get(WRITE_MAX)),
                new FeedLimits(
                        values.get(TITLE),
                        values.get(PER_SOURCE),
                        values.get(FEED_MEGABYTES) * 1024L * 1024,
                        values.get(PAGE)));
    }

    /** The same on another port. */
    public SyndicateConfig withPort(int other) {
        return new SyndicateConfig(host, other, publicUrl, corsOrigins, streams, feeds);
    }
}

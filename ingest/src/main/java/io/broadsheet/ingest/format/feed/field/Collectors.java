package io.broadsheet.ingest.format.feed.field;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/** Tools that make feeds of what others publish; the generators of publishers are none. */
final class Collectors {

    private static final List<String> KNOWN =
            List.of(
                    "rsshub",
                    "rss-bridge",
                    "rss bridge",
                    "fetchrss",
                    "rss.app",
                    "politepol",
                    "huginn",
                    "feed43",
                    "morss",
                    "fivefilters",
                    "full-text rss",
                    "openrss",
                    "feedfry",
                    "rssbox",
                    "nitter",
                    "kill the newsletter");

    private Collectors() {}

    /** The generator, if it is one of them. */
    static @Nullable String named(@Nullable String generator) {
        String lower = generator == null ? "" : generator.toLowerCase(Locale.ROOT);
        return KNOWN.stream().anyMatch(lower::contains) ? generator : null;
    }
}

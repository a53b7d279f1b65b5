package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.web.url.WebUrl;

import java.util.Locale;
import java.util.Set;

/** Names for feeds that were given none: the host, with the path where the host alone is taken. */
public final class SourceNames {

    private static final int CHARS_MAX = 80;

    private SourceNames() {}

    /** A name for a feed that none of those taken is. */
    public static SourceId propose(String url, Set<String> taken) {
        String host = WebUrl.parse(url).map(WebUrl::host).orElse("feed");
        String path = WebUrl.parse(url).map(WebUrl::pathAndQuery).orElse("");
        String shortest = name(host.startsWith("www.") ? host.substring(4) : host);
        if (!taken.contains(shortest)) {
            return new SourceId(shortest);
        }
        String longer = name(shortest + path);
        String name = longer;
        for (int count = 2; taken.contains(name); count++) {
            name = longer + "-" + count;
        }
        return new SourceId(name);
    }

    private static String name(String text) {
        String name =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._-]+", "-")
                        .replaceAll("^[^a-z0-9]+|[^a-z0-9]+$", "");
        return name.isEmpty() ? "feed" : name.substring(0, Math.min(name.length(), CHARS_MAX));
    }
}

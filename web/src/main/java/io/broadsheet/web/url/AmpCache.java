package io.broadsheet.web.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies of pages on the hosts of Google's and Bing's AMP caches and viewers, whose path is the
 * address of the page without its scheme (AMP cache URL format): {@code /c/s/example.org/a}.
 */
final class AmpCache {

    private static final Pattern HOST =
            Pattern.compile("(?:[a-z0-9-]+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)");
    private static final Pattern CACHED = Pattern.compile("/(?:[a-z]|wp)/(s/)?([^/]+\\.[^/]+/?.*)");
    private static final Pattern VIEWER = Pattern.compile("(?:www\\.)?google\\.[a-z.]{2,6}");
    private static final Pattern VIEWED = Pattern.compile("/amp/(s/)?([^/]+\\.[^/]+/?.*)");

    private AmpCache() {}

    /** The address of the page that was copied; empty if this is no copy. */
    static Optional<String> origin(WebUrl url) {
        if (HOST.matcher(url.host()).matches()) {
            return page(CACHED.matcher(url.path()), url);
        }
        return VIEWER.matcher(url.host()).matches()
                ? page(VIEWED.matcher(url.path()), url)
                : Optional.empty();
    }

    private static Optional<String> page(Matcher path, WebUrl url) {
        if (!path.matches()) {
            return Optional.empty();
        }
        String scheme = path.group(1) == null ? "http://" : "https://";
        String query = url.query().isEmpty() ? "" : "?" + url.query();
        return Optional.of(scheme + path.group(2) + query)
                .filter(page -> WebUrl.parse(page).isPresent());
    }
}

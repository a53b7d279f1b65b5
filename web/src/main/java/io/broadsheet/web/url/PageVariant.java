package io.broadsheet.web.url;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms in which sites serve one article beside its own page: for telephones and as AMP. That a
 * URL looks like one proves nothing, so it is never rewritten; it only helps to choose where a
 * source names both.
 */
public final class PageVariant {

    private static final Pattern HOST_LABEL =
            Pattern.compile("^(?:m|mobile|wap|touch|amp)\\.(?=.+\\.)");
    private static final Pattern PATH_PART =
            Pattern.compile("(?:^/amp(?=/.)|/amp/?$|\\.amp(?=\\.html$|$)|(?<=/)amp-(?=[^/]+$))");
    private static final Pattern QUERY_PAIR =
            Pattern.compile("(?i)amp(?:=(?:1|true|yes)?)?|outputtype=amp|m=1|mobile=1|view=mobile");

    private PageVariant() {}

    /** Whether a URL has the form of a page for telephones or of an AMP page. */
    public static boolean is(String url) {
        return WebUrl.parse(url).filter(u -> !plain(u).equals(whole(u))).isPresent();
    }

    /**
     * Whether the other URL is of the same site and is, but for such forms, for {@code www.} and
     * for the scheme, the same.
     */
    public static boolean isOfSamePage(String url, String other) {
        Optional<String> site = RegistrableHost.of(url);
        return site.isPresent()
                && site.equals(RegistrableHost.of(other))
                && WebUrl.parse(url)
                        .map(PageVariant::plain)
                        .equals(WebUrl.parse(other).map(PageVariant::plain));
    }

    private static String whole(WebUrl url) {
        return key(url.host(), url.path(), LinkQuery.withoutTracking(url.host(), url.query()));
    }

    private static String plain(WebUrl url) {
        String query =
                Arrays.stream(LinkQuery.withoutTracking(url.host(), url.query()).split("&"))
                        .filter(pair -> !QUERY_PAIR.matcher(pair).matches())
                        .collect(Collectors.joining("&"));
        return key(
                HOST_LABEL.matcher(url.host()).replaceFirst(""),
                PATH_PART.matcher(url.path()).replaceFirst(""),
                query);
    }

    private static String key(String host, String path, String query) {
        String name = host.startsWith("www.") ? host.substring("www.".length()) : host;
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return name + trimmed + (query.isEmpty() ? "" : "?" + query);
    }
}

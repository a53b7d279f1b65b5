package io.broadsheet.web.url;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a link to an article leads, as far as the link itself says it: through redirectors and AMP
 * caches whose URL holds the target, and without what only says how the reader came. Nothing is
 * guessed and nothing is asked for; what is left is as it was written.
 *
 * @param url absolute, of http or https
 * @param written the link, without space around it
 */
public record ArticleAddress(String url, String written) {

    /** Redirectors lead to redirectors, but not for ever. */
    private static final int DETOURS_MAX = 4;

    /** Fragments that say where the reader came from, in the manner of French analytics. */
    private static final Pattern TRACKING_FRAGMENT =
            Pattern.compile("(?i)(?:xtor|xtref|utm_[a-z]+|echobox)=[^&]*(?:&.*)?");

    /** Of a link; empty if it is no absolute http or https URL. Never throws. */
    public static Optional<ArticleAddress> of(String written) {
        String link = OuterSpace.strip(written);
        return WebUrl.parse(link).map(_ -> new ArticleAddress(withoutTracking(target(link)), link));
    }

    /** Whether it is another address than the link. */
    public boolean isDerived() {
        return !url.equals(written);
    }

    private static String target(String link) {
        String target = link;
        for (int i = 0; i < DETOURS_MAX; i++) {
            Optional<String> next = WebUrl.parse(target).flatMap(ArticleAddress::next);
            if (next.isEmpty()) {
                return target;
            }
            target = OuterSpace.strip(next.get());
        }
        return target;
    }

    private static Optional<String> next(WebUrl url) {
        return Redirectors.target(url).or(() -> AmpCache.origin(url));
    }

    private static String withoutTracking(String url) {
        int hash = url.indexOf('#');
        String fragment = hash < 0 ? "" : url.substring(hash);
        String page = hash < 0 ? url : url.substring(0, hash);
        boolean tracks =
                !fragment.isEmpty() && TRACKING_FRAGMENT.matcher(fragment.substring(1)).matches();
        return withoutTrackingQuery(page) + (tracks ? "" : fragment);
    }

    private static String withoutTrackingQuery(String page) {
        int mark = page.indexOf('?');
        if (mark < 0) {
            return page;
        }
        String host = WebUrl.parse(page).map(WebUrl::host).orElse("");
        String query = page.substring(mark + 1);
        String kept = LinkQuery.asWrittenWithoutTracking(host, query);
        return kept.isEmpty() && !query.isEmpty()
                ? page.substring(0, mark)
                : page.substring(0, mark + 1) + kept;
    }
}

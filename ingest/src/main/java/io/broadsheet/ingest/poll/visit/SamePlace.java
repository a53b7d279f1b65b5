package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.item.Place;
import io.broadsheet.web.url.WebUrl;

import java.util.Comparator;

/** Which places a sitemap may name, and which of them come first. */
final class SamePlace {

    /** The last change, as W3C writes dates, which sort as texts; what says none comes last. */
    static final Comparator<Place> NEWEST_FIRST =
            Comparator.comparing(SamePlace::date, Comparator.reverseOrder());

    private SamePlace() {}

    /**
     * Whether a place is on the site of its sitemap (sitemaps.org, "Sitemap file location": one
     * sitemap speaks for one host). {@code www.} and the scheme do not make another site.
     */
    static boolean isSameSite(String sitemap, String place) {
        return !site(place).isEmpty() && site(sitemap).equals(site(place));
    }

    private static String site(String url) {
        return WebUrl.parse(url)
                .map(it -> it.host() + (it.hasDefaultPort() ? "" : ":" + it.port()))
                .map(host -> host.startsWith("www.") ? host.substring(4) : host)
                .orElse("");
    }

    /** Blank if it is none. */
    static String date(Place place) {
        String written = place.lastmod().orElse("");
        return !written.isEmpty() && Character.isDigit(written.charAt(0)) ? written : "";
    }
}

package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.item.Place;
import io.broadsheet.web.url.WebUrl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The addresses of a sitemap while it is read: each once, http or https, no longer and no more than
 * sitemaps.org allows. What is no such address is counted.
 */
final class PlaceList {

    /** Of one sitemap (sitemaps.org, "Sitemap file requirements"). */
    private static final int PLACES_MAX = 50_000;

    /** "Must be less than 2,048 characters." */
    private static final int URL_CHARS_MAX = 2_048;

    private static final int LASTMOD_CHARS_MAX = 64;

    private final String base;
    private final Map<String, Place> places = new LinkedHashMap<>();
    private int passedOver;

    /**
     * @param base address of the sitemap; blank if it has none
     */
    PlaceList(String base) {
        this.base = base;
    }

    /** One entry. */
    void add(String loc, String lastmod) {
        Optional<String> url =
                Optional.of(Links.resolved(base, loc))
                        .filter(it -> it.length() < URL_CHARS_MAX)
                        .flatMap(WebUrl::parse)
                        .map(WebUrl::withoutFragment);
        if (url.isEmpty() || places.size() >= PLACES_MAX) {
            passedOver++;
            return;
        }
        Optional<String> changed =
                Optional.of(lastmod.strip())
                        .filter(it -> !it.isEmpty() && it.length() <= LASTMOD_CHARS_MAX);
        places.putIfAbsent(url.get(), new Place(url.get(), changed));
    }

    Parsed.Sitemap finished(boolean index, String problem) {
        return new Parsed.Sitemap(index, List.copyOf(places.values()), passedOver, problem);
    }
}

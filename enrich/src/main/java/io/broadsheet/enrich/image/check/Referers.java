package io.broadsheet.enrich.image.check;

import io.broadsheet.v1.RefererMode;
import io.broadsheet.web.url.WebUrl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The Referers that can be sent for an image, and in which order they are tried.
 *
 * @param articleUrl of the article, if it is known
 * @param foreign a page of another site
 */
record Referers(Optional<String> articleUrl, String foreign) {

    private static final List<RefererMode> TRIED =
            List.of(
                    RefererMode.NONE,
                    RefererMode.ARTICLE_URL,
                    RefererMode.SITE_ORIGIN,
                    RefererMode.IMAGE_ORIGIN);

    /** What stands in the header; empty where it is left out, or not known. */
    Optional<String> value(RefererMode mode, String imageUrl) {
        return switch (mode) {
            case ARTICLE_URL -> articleUrl;
            case SITE_ORIGIN -> articleUrl.flatMap(Referers::origin);
            case IMAGE_ORIGIN -> origin(imageUrl);
            case FOREIGN_SITE -> Optional.of(foreign);
            case NONE, UNKNOWN -> Optional.empty();
        };
    }

    /** All that make a difference, each once, this one first. */
    List<RefererMode> startingWith(RefererMode first, String imageUrl) {
        List<RefererMode> modes = new ArrayList<>(List.of(first));
        List<Optional<String>> values = new ArrayList<>(List.of(value(first, imageUrl)));
        for (RefererMode mode : TRIED) {
            Optional<String> value = value(mode, imageUrl);
            if (!values.contains(value)) {
                modes.add(mode);
                values.add(value);
            }
        }
        return modes;
    }

    private static Optional<String> origin(String url) {
        return WebUrl.parse(url)
                .map(it ->
                        it.scheme()
                                + "://"
                                + it.host()
                                + (it.hasDefaultPort() ? "" : ":" + it.port())
                                + "/");
    }
}

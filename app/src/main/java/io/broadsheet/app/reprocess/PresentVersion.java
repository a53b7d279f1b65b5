package io.broadsheet.app.reprocess;

import io.broadsheet.enrich.revision.Substance;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * The latest version of an article, as much of it as comparing takes: there may be many.
 *
 * @param place where it lies
 * @param raw where the raw article lies that it was made from
 * @param version its number
 * @param digests of the fields that have a value
 * @param images with their verdicts
 */
record PresentVersion(
        Place place,
        Place raw,
        int version,
        Map<String, String> digests,
        List<ArticleImage> images) {

    static PresentVersion of(Place place, EnrichedArticle article) {
        return new PresentVersion(
                place,
                Place.of(article.getRawRef()),
                article.getVersion(),
                digests(Substance.of(article)),
                article.getImages());
    }

    /** The fields that the steps would make otherwise, sorted. */
    List<String> differences(Substance fresh) {
        Map<String, String> after = digests(fresh);
        var names = new TreeSet<>(digests.keySet());
        names.addAll(after.keySet());
        names.removeIf(name -> Objects.equals(digests.get(name), after.get(name)));
        return List.copyOf(names);
    }

    private static Map<String, String> digests(Substance substance) {
        Map<String, String> digests = new HashMap<>();
        substance.fields().forEach((name, value) -> digests.put(name, digest(value)));
        return Map.copyOf(digests);
    }

    /** Short values are their own digests. */
    private static String digest(String value) {
        return value.length() <= 32 ? value : Sha256.id(value);
    }
}

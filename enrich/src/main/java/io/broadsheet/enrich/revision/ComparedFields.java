package io.broadsheet.enrich.revision;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.PubStatus;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields whose change is told to subscribers, as short texts by the field's name. A value
 * longer than {@link #VALUE_CHARS_MAX} is cut and ends in its digest, so that it still compares
 * exactly.
 */
final class ComparedFields {

    static final String HEADLINE = "headline";

    /** Whether it may be used; without a value it may. */
    static final String PUB_STATUS = "pubStatus";

    /** The longest value that is kept whole, in characters. */
    static final int VALUE_CHARS_MAX = 512;

    private ComparedFields() {}

    /** The fields of the article that have a value. */
    static Map<String, String> of(EnrichedArticle article) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, HEADLINE, article.getHeadline());
        put(fields, "alternativeHeadline", article.getAlternativeHeadline());
        put(fields, "description", article.getDescription());
        put(fields, "url", article.getUrl());
        put(fields, "author", names(article.getAuthor()));
        put(fields, "datePublished", text(article.getDatePublished()));
        put(fields, "dateModified", text(article.getDateModified()));
        put(fields, "articleSection", String.join(", ", article.getArticleSection()));
        put(fields, "keywords", String.join(", ", article.getKeywords()));
        put(fields, PUB_STATUS, usableAsNothing(article.getPubStatus()));
        put(fields, "images", imageIds(article.getImages()));
        return fields;
    }

    /** What differs, in the order of the names. */
    static List<FieldChange> differences(Map<String, String> before, Map<String, String> after) {
        List<FieldChange> changes = new ArrayList<>();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                changes.add(
                        FieldChange.newBuilder()
                                .setField(name)
                                .setBefore(value(before, name))
                                .setAfter(value(after, name))
                                .build());
            }
        }
        return changes;
    }

    private static @Nullable String value(Map<String, String> fields, String name) {
        return name.equals(PUB_STATUS)
                ? fields.getOrDefault(name, PubStatus.USABLE.name())
                : fields.get(name);
    }

    private static String usableAsNothing(PubStatus status) {
        return switch (status) {
            case USABLE, UNKNOWN -> "";
            case WITHHELD, CANCELED -> status.name();
        };
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            fields.put(name, bounded(value));
        }
    }

    private static String bounded(String value) {
        return value.length() <= VALUE_CHARS_MAX
                ? value
                : SafeText.cut(value, VALUE_CHARS_MAX) + "\u2026 " + Sha256.id(value);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String names(List<Agent> agents) {
        return agents.stream().map(Agent::getName).collect(Collectors.joining(", "));
    }

    private static String imageIds(List<ArticleImage> images) {
        return images.stream().map(ArticleImage::getImageId).collect(Collectors.joining(" "));
    }
}

package io.broadsheet.ingest.item;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.Severity;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How long a field may be. What may lose its end is cut at a code point and flagged; what names
 * something is refused whole; an image that is too long is left out.
 */
public final class FieldLimits {

    /** Of a title, in characters. */
    public static final int TITLE_CHARS_MAX = 2_000;

    /** Of a link or a guid, in characters. */
    public static final int NAME_CHARS_MAX = 2_048;

    /** Of an image's URL or attribute, in characters. */
    public static final int IMAGE_CHARS_MAX = 2_048;

    private static final int AUTHOR_CHARS_MAX = 500;
    private static final int AUTHORS_MAX = 100;
    private static final int CATEGORIES_MAX = 100;
    private static final int CATEGORY_CHARS_MAX = 100;
    private static final int IMAGES_MAX = 300;
    private static final int SUMMARY_CHARS_MAX = 20_000;
    private static final int SHORT_CHARS_MAX = 500;
    private static final int EXTENSIONS_MAX = 200;
    private static final int EXTENSION_CHARS_MAX = 8_192;
    private static final int EXTENSION_KEY_CHARS_MAX = 200;

    private final Draft draft;

    private FieldLimits(Draft draft) {
        this.draft = draft;
    }

    /** Cuts and drops until the draft keeps every limit; says why if it cannot. */
    public static Optional<Rejection> apply(Draft draft) {
        return new FieldLimits(draft).apply();
    }

    private Optional<Rejection> apply() {
        RawArticle.Builder article = draft.article();
        Optional<Rejection> refused =
                tooLong("guid", article.getGuid())
                        .or(() -> tooLong("link", article.getLink()))
                        .or(() -> tooLong("canonical", draft.canonicalUrl().orElse(null)));
        if (refused.isPresent()) {
            return refused;
        }
        article.setTitle(cut("title", article.getTitle(), TITLE_CHARS_MAX));
        article.setSummary(cut("summary", article.getSummary(), SUMMARY_CHARS_MAX));
        article.setPublished(cut("published", article.getPublished(), SHORT_CHARS_MAX));
        article.setUpdated(cut("updated", article.getUpdated(), SHORT_CHARS_MAX));
        article.setLanguage(cut("language", article.getLanguage(), SHORT_CHARS_MAX));
        article.setRights(cut("rights", article.getRights(), NAME_CHARS_MAX));
        article.setAuthors(authors(article.getAuthors()));
        article.setCategories(categories(draft.categories()));
        article.setImages(images(draft.images()));
        article.setExtensions(extensions(draft.extensions()));
        return Optional.empty();
    }

    private static Optional<Rejection> tooLong(String field, @Nullable String value) {
        return value == null || value.length() <= NAME_CHARS_MAX
                ? Optional.empty()
                : Optional.of(
                        new Rejection(
                                FailureCode.FIELD_TOO_LONG,
                                "%s has %d characters, limit %d"
                                        .formatted(field, value.length(), NAME_CHARS_MAX)));
    }

    private @Nullable String cut(String field, @Nullable String value, int charsMax) {
        if (value == null || value.length() <= charsMax) {
            return value;
        }
        draft.flag(
                field.toUpperCase(Locale.ROOT) + "_CUT",
                Severity.WARNING,
                field,
                Integer.toString(value.length()));
        return SafeText.cut(value, charsMax);
    }

    private List<Agent> authors(List<Agent> given) {
        List<Agent> kept = new ArrayList<>();
        for (Agent agent : first(given, AUTHORS_MAX, "author")) {
            kept.add(
                    Agent.newBuilder(agent)
                            .setName(nonNull(cut("author", agent.getName(), AUTHOR_CHARS_MAX)))
                            .setUri(cut("author", agent.getUri(), NAME_CHARS_MAX))
                            .setEmail(cut("author", agent.getEmail(), AUTHOR_CHARS_MAX))
                            .build());
        }
        return kept;
    }

    private List<Category> categories(List<Category> given) {
        List<Category> kept = new ArrayList<>();
        for (Category category : first(given, CATEGORIES_MAX, "category")) {
            String term = nonNull(cut("category", category.getTerm(), CATEGORY_CHARS_MAX));
            kept.add(Category.newBuilder(category).setTerm(term).build());
        }
        return kept;
    }

    private List<RawImage> images(List<RawImage> given) {
        List<RawImage> kept = new ArrayList<>();
        for (RawImage image : given) {
            if (image.getUrl().length() <= IMAGE_CHARS_MAX && kept.size() < IMAGES_MAX) {
                kept.add(image);
            }
        }
        if (kept.size() < given.size()) {
            String dropped = Integer.toString(given.size() - kept.size());
            draft.flag("IMAGES_DROPPED", Severity.WARNING, "images", dropped);
        }
        return kept;
    }

    private Map<String, String> extensions(Map<String, String> given) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            if (kept.size() < EXTENSIONS_MAX
                    && entry.getKey().length() <= EXTENSION_KEY_CHARS_MAX) {
                kept.put(
                        entry.getKey(),
                        nonNull(cut("extension", entry.getValue(), EXTENSION_CHARS_MAX)));
            }
        }
        if (kept.size() < given.size()) {
            String dropped = Integer.toString(given.size() - kept.size());
            draft.flag("EXTENSIONS_DROPPED", Severity.WARNING, "extensions", dropped);
        }
        return kept;
    }

    private <T> List<T> first(List<T> given, int max, String field) {
        if (given.size() <= max) {
            return given;
        }
        draft.flag(
                field.toUpperCase(Locale.ROOT) + "_LIST_CUT",
                Severity.WARNING,
                field,
                Integer.toString(given.size()));
        return given.subList(0, max);
    }

    private static String nonNull(@Nullable String value) {
        return value == null ? "" : value;
    }
}

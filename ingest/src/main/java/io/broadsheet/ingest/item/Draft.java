package io.broadsheet.ingest.item;

import io.broadsheet.v1.Category;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.Severity;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An article while it is being read. A format fills in what the document says; the reader adds
 * identity, hash, content and the circumstances. Used by one thread and then forgotten.
 */
public final class Draft {

    private static final int FLAGS_MAX = 50;

    private final RawArticle.Builder article =
            RawArticle.newBuilder().setAuthors(List.of()).setAltIds(List.of());
    private final Source.Builder source = Source.newBuilder();
    private final List<QualityFlag> flags = new ArrayList<>();
    private final List<RawImage> images = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final Map<String, String> extensions = new LinkedHashMap<>();
    private final Set<String> unsteadyExtensions = new HashSet<>();
    private final Set<IdentityBasis> reusedNames = EnumSet.noneOf(IdentityBasis.class);
    private final Set<String> inherited = new HashSet<>();
    private boolean publishedByRun;
    private String body = "";
    private String bodyType = "text/html";
    private Optional<String> canonicalUrl = Optional.empty();
    private Optional<String> notUsable = Optional.empty();

    /** The fields that a format sets itself: texts, link, guid, dates, authors. */
    public RawArticle.Builder article() {
        return article;
    }

    /** Who published it; its {@code sourceId} is set by the reader. */
    public Source.Builder source() {
        return source;
    }

    /** The body as text, its media type beside it. */
    public void body(String text, String mediaType) {
        body = text;
        bodyType = mediaType;
    }

    /** The body as it was written; empty if there is none. */
    public String body() {
        return body;
    }

    /** The body's media type. */
    public String bodyType() {
        return bodyType;
    }

    /** The URL by which the document itself says it should be known. */
    public void canonicalUrl(String url) {
        canonicalUrl = Optional.of(url);
    }

    /** See {@link #canonicalUrl(String)}. */
    public Optional<String> canonicalUrl() {
        return canonicalUrl;
    }

    /** Adds an image, in order. */
    public void image(RawImage image) {
        images.add(image);
    }

    /** All images so far. */
    public List<RawImage> images() {
        return images;
    }

    /** Adds a category, in order. */
    public void category(Category category) {
        categories.add(category);
    }

    /** All categories so far. */
    public List<Category> categories() {
        return categories;
    }

    /** Keeps something that has no field. The first of a key wins. */
    public void extension(String key, String value) {
        extensions.putIfAbsent(key, value);
    }

    /** Keeps something that changes from run to run while the article stays the same. */
    public void unsteadyExtension(String key, String value) {
        extension(key, value);
        unsteadyExtensions.add(key);
    }

    /** What has no field, by namespaced key. */
    public Map<String, String> extensions() {
        return extensions;
    }

    /** Whether that extension says nothing about the article. */
    public boolean isUnsteady(String extensionKey) {
        return unsteadyExtensions.contains(extensionKey);
    }

    /** Says that the published date is the time of the generator's run, not the source's. */
    public void publishedByRun() {
        publishedByRun = true;
    }

    /** The published date as written, unless it is only the time of the generator's run. */
    public Optional<String> steadyPublished() {
        return publishedByRun ? Optional.empty() : Optional.ofNullable(article.getPublished());
    }

    /** Says that other articles of the same document have the same name of that kind. */
    public void nameReused(IdentityBasis kind) {
        reusedNames.add(kind);
    }

    /** Whether its name of that kind is its own, as far as its document shows. */
    public boolean isNameOwn(IdentityBasis kind) {
        return !reusedNames.contains(kind);
    }

    /** Says that a field has what the whole feed says, not what the item says. */
    public void inherited(String field) {
        inherited.add(field);
    }

    /** Whether that field says nothing about this article alone. */
    public boolean isInherited(String field) {
        return inherited.contains(field);
    }

    /**
     * Says that its source does not want it to be used.
     *
     * @param status as the source says it; ends in {@code canceled}, {@code retracted}, {@code
     *     withdrawn} or {@code deleted} where it is withdrawn for good
     */
    public void notUsable(String status) {
        if (notUsable.isEmpty()) {
            notUsable = Optional.of(status);
            flag("PUB_STATUS_NOT_USABLE", Severity.ERROR, "pubStatus", status);
        }
    }

    /** Why it may not be used, as the source says it; empty if it may. */
    public Optional<String> notUsable() {
        return notUsable;
    }

    /** Adds a flag; after fifty there is no more to say. */
    public void flag(
            String code, Severity severity, @Nullable String field, @Nullable String detail) {
        if (flags.size() < FLAGS_MAX) {
            flags.add(
                    QualityFlag.newBuilder()
                            .setCode(code)
                            .setSeverity(severity)
                            .setField(field)
                            .setDetail(detail)
                            .build());
        }
    }

    /** All flags so far, in order. */
    public List<QualityFlag> flags() {
        return flags;
    }
}

package io.broadsheet.bench.posts;

import static io.broadsheet.bench.posts.Expected.text;
import static io.broadsheet.bench.posts.Expected.texts;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.bench.posts.Check.Verdict;
import io.broadsheet.bench.posts.Stages.Result.Kept;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The fields of a post of a Jekyll site, of which the front matter is known. */
final class JekyllChecks {

    private static final Set<String> MAPPED =
            Set.of(
                    "title",
                    "author",
                    "tags",
                    "date",
                    "modified_time",
                    "summary",
                    "blogger_id",
                    "blogger_orig_url",
                    "thumbnail",
                    "hero_image_url");

    private JekyllChecks() {}

    static List<Check> all() {
        return List.of(
                same("title", found -> found.raw().getTitle()),
                new Check("author", JekyllChecks::author),
                new Check("tags", JekyllChecks::tags),
                same("date", found -> found.raw().getPublished()),
                instant("date", found -> found.article().getDatePublished()),
                same("modified_time", found -> found.raw().getUpdated()),
                instant("modified_time", found -> found.article().getDateModified()),
                same("summary", found -> found.raw().getSummary()),
                same("blogger_id", found -> found.raw().getGuid()),
                same("blogger_orig_url", found -> found.raw().getLink()),
                image("thumbnail", ImageRole.THUMBNAIL),
                image("hero_image_url", ImageRole.LEAD),
                new Check("extensions", JekyllChecks::extensions));
    }

    private static Check same(String field, Function<Kept, @Nullable String> found) {
        return new Check(
                field,
                (known, kept) ->
                        text(known, field).map(value -> Verdict.same(value, found.apply(kept))));
    }

    private static Check instant(String field, Function<Kept, @Nullable Instant> found) {
        return new Check(
                field + ", instant",
                (known, kept) ->
                        text(known, field)
                                .flatMap(JekyllChecks::instant)
                                .map(value -> Verdict.same(value, found.apply(kept))));
    }

    private static Optional<Instant> instant(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            // Written without a zone: then there is no one instant to expect.
            return Optional.empty();
        }
    }

    private static Check image(String field, ImageRole role) {
        return new Check(
                field,
                (known, kept) ->
                        text(known, field)
                                .map(url -> Verdict.same(List.of(url), urls(kept, role))));
    }

    private static List<String> urls(Kept kept, ImageRole role) {
        return kept.raw().getImages().stream()
                .filter(image -> image.getRole() == role)
                .map(RawImage::getUrl)
                .toList();
    }

    private static Optional<Verdict> author(JsonNode known, Kept found) {
        List<String> names = found.raw().getAuthors().stream().map(Agent::getName).toList();
        return text(known, "author").map(name -> Verdict.same(List.of(name), names));
    }

    private static Optional<Verdict> tags(JsonNode known, Kept found) {
        List<String> tags =
                found.raw().getCategories().stream()
                        .filter(category -> "tag".equals(category.getScheme()))
                        .map(Category::getTerm)
                        .toList();
        return texts(known, "tags").map(expected -> Verdict.same(expected, tags));
    }

    /** All that has no field of its own is kept, by its own name. */
    private static Optional<Verdict> extensions(JsonNode known, Kept found) {
        List<String> missing =
                known.propertyStream()
                        .filter(e -> !MAPPED.contains(e.getKey()) && e.getValue().isValueNode())
                        .filter(e -> !e.getValue().isNull())
                        .filter(e -> !isKept(found, e.getKey(), e.getValue().asText()))
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList();
        return Optional.of(new Verdict(missing.isEmpty(), "missing " + missing));
    }

    private static boolean isKept(Kept found, String key, String value) {
        return found.raw().getExtensions().entrySet().stream()
                .anyMatch(
                        e -> e.getKey().endsWith(":" + key) && Objects.equals(e.getValue(), value));
    }
}

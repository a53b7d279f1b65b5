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

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The fields of a post that the script of CONTRACT section 11 wrote. */
final class GeneratorChecks {

    private static final String RANDOM_PICTURES = "https://picsum.photos/";

    private GeneratorChecks() {}

    static List<Check> all() {
        return List.of(
                new Check("title", GeneratorChecks::title),
                new Check("categories", GeneratorChecks::categories),
                new Check("author", GeneratorChecks::author),
                new Check("date", GeneratorChecks::date),
                new Check("true date", GeneratorChecks::trueDate),
                new Check("headimg", (k, f) -> image(k, f, "headimg", ImageRole.LEAD)),
                new Check("thumbnail", (k, f) -> image(k, f, "thumbnail", ImageRole.THUMBNAIL)),
                new Check("images", GeneratorChecks::images),
                new Check("comments", GeneratorChecks::comments),
                new Check("links", MarkupChecks::links),
                new Check("frames", MarkupChecks::frames),
                new Check("text, equal", TextChecks::equal),
                new Check("text, F1 >= 0.99", TextChecks::alike),
                new Check("language", TextChecks::language));
    }

    private static Optional<Verdict> title(JsonNode known, Kept found) {
        return text(known, "title")
                .or(() -> text(known, "title_recoverable"))
                .map(title -> Verdict.same(title, found.raw().getTitle()));
    }

    private static Optional<Verdict> categories(JsonNode known, Kept found) {
        List<String> terms = found.raw().getCategories().stream().map(Category::getTerm).toList();
        return texts(known, "categories").map(expected -> Verdict.same(expected, terms));
    }

    private static Optional<Verdict> author(JsonNode known, Kept found) {
        List<String> names = found.raw().getAuthors().stream().map(Agent::getName).toList();
        return text(known, "author").map(name -> Verdict.same(List.of(name), names));
    }

    /** A date of the feed is an instant; the time of the script's run is no date at all. */
    private static Optional<Verdict> date(JsonNode known, Kept found) {
        JsonNode date = known.path("date");
        Instant published = found.article().getDatePublished();
        Optional<Verdict> declared =
                text(date, "utc").map(utc -> Verdict.same(Instant.parse(utc), published));
        return declared.or(() ->
                text(date, "local")
                        .map(local ->
                                Verdict.same(
                                        local.replace('T', ' ') + ", null, flagged true",
                                        found.raw().getPublished()
                                                + ", "
                                                + published
                                                + ", flagged "
                                                + isFlagged(found, "DATE_FALLBACK"))));
    }

    /** The likelier instant stands among the evidence, and there is a flag. */
    private static Optional<Verdict> trueDate(JsonNode known, Kept found) {
        return text(known, "likely_true_utc")
                .map(Instant::parse)
                .map(likely ->
                        new Verdict(
                                isFlagged(found, "DATE_TZ_SUSPECT")
                                        && found.article().getDateEvidence().stream()
                                                .anyMatch(e -> likely.equals(e.getInterpretedAs())),
                                "expected the flag and evidence for "
                                        + likely
                                        + ", found "
                                        + found.article().getDateEvidence()));
    }

    private static boolean isFlagged(Kept found, String code) {
        return found.article().getQuality().stream().anyMatch(f -> f.getCode().equals(code));
    }

    /** The random picture stands for none. */
    private static Optional<Verdict> image(
            JsonNode known, Kept found, String field, ImageRole role) {
        if (!known.has(field)) {
            return Optional.empty();
        }
        List<String> expected =
                text(known, field).filter(url -> !url.startsWith(RANDOM_PICTURES)).stream()
                        .toList();
        List<String> urls =
                found.raw().getImages().stream()
                        .filter(image -> image.getRole() == role)
                        .map(RawImage::getUrl)
                        .toList();
        return Optional.of(Verdict.same(expected, urls));
    }

    private static Optional<Verdict> images(JsonNode known, Kept found) {
        List<String> urls =
                found.raw().getImages().stream()
                        .filter(image -> image.getField().startsWith("img."))
                        .map(RawImage::getUrl)
                        .toList();
        return texts(known, "images").map(expected -> Verdict.same(expected, urls));
    }

    private static Optional<Verdict> comments(JsonNode known, Kept found) {
        return text(known, "comments")
                .map(c -> Verdict.same(c, found.raw().getExtensions().get("hexo:comments")));
    }
}

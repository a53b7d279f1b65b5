package io.broadsheet.bench.posts;

import io.broadsheet.bench.posts.Stages.Result;
import io.broadsheet.bench.posts.Stages.Result.Buried;
import io.broadsheet.bench.posts.Stages.Result.Kept;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is asked of the result of each kind of hostile document, besides its cost. */
final class HostileMusts {

    private static final int IMAGE_URL_CHARS_MAX = 2_048;
    private static final int IMAGES_CHECKED_MAX = 50;

    private static final Map<String, Predicate<Result>> BY_KIND =
            Map.ofEntries(
                    Map.entry("bad-quotes", kept(HostileMusts::isMended)),
                    Map.entry("not-json", r -> r instanceof Buried),
                    Map.entry("control-chars", kept(HostileMusts::hasTitle)),
                    Map.entry("leading-junk", kept(HostileMusts::hasTitle)),
                    Map.entry("external-dtd", kept(HostileMusts::hasTitle)),
                    Map.entry("wrong-encoding-decl", kept(k -> title(k).contains("café"))),
                    Map.entry("bom", kept(HostileMusts::hasTitle)),
                    Map.entry("braces", kept(HostileMusts::hasBraces)),
                    Map.entry("categories", kept(k -> !k.raw().getCategories().isEmpty())),
                    Map.entry("dates", kept(HostileMusts::hasNoDate)),
                    Map.entry("delimiters", HostileMusts::isKeptOrDiagnosed),
                    Map.entry("duplicate-keys", kept(k -> has(k, "FRONT_MATTER_DUPLICATE_KEY"))),
                    Map.entry("empty", r -> r instanceof Buried(var why) && code(why, "DOCUMENT_")),
                    Map.entry("plain-scalars", kept(HostileMusts::hasTitle)),
                    Map.entry("tabs", HostileMusts::isKeptOrDiagnosed),
                    Map.entry("tag", r -> r instanceof Buried(var why) && code(why, "YAML_LIMIT")),
                    Map.entry("long-scalar", HostileMusts::isBounded),
                    Map.entry("data-uri", kept(HostileMusts::hasNoInlineData)),
                    Map.entry("images", kept(HostileMusts::hasChecksCapped)),
                    Map.entry("srcs", kept(HostileMusts::hasOnlyWebImagesToCheck)));

    private HostileMusts() {}

    /** Whether it holds. Of a kind that is not known an article or a letter is enough. */
    static boolean hold(HostileCase hostile, Result result) {
        return switch (hostile.kind()) {
            case "valid-utf8" -> result instanceof Kept k && says(k, hostile);
            case "invalid-utf8" -> isRefusedOrGuessed(result);
            case "string" -> result instanceof Kept k && says(k, hostile);
            default -> BY_KIND.getOrDefault(hostile.kind(), _ -> true).test(result);
        };
    }

    /** Bytes that are no UTF-8 may be of another set, but never without saying so. */
    private static boolean isRefusedOrGuessed(Result result) {
        return switch (result) {
            case Kept kept -> has(kept, "CHARSET_GUESSED");
            case Buried(String why) -> code(why, "ENCODING_INVALID");
        };
    }

    private static Predicate<Result> kept(Predicate<Kept> then) {
        return result -> result instanceof Kept kept && then.test(kept);
    }

    private static boolean code(String reason, String start) {
        return reason.startsWith(start);
    }

    private static Set<String> flags(Kept kept) {
        return kept.article().getQuality().stream()
                .map(QualityFlag::getCode)
                .collect(Collectors.toSet());
    }

    private static boolean has(Kept kept, String flag) {
        return flags(kept).contains(flag);
    }

    private static String title(Kept kept) {
        return Objects.toString(kept.raw().getTitle(), "");
    }

    private static boolean hasTitle(Kept kept) {
        return !title(kept).isBlank();
    }

    private static boolean isMended(Kept kept) {
        return hasTitle(kept)
                && has(kept, "FRONT_MATTER_RECOVERED")
                && !kept.raw().getAuthors().isEmpty()
                && kept.raw().getPublished() != null;
    }

    private static boolean hasBraces(Kept kept) {
        String body = Objects.toString(kept.article().getArticleBody(), "");
        return !title(kept).contains("&#") && title(kept).contains("{") && !body.contains("&#");
    }

    private static boolean hasNoDate(Kept kept) {
        return kept.article().getDatePublished() == null
                && flags(kept).stream().anyMatch(flag -> flag.startsWith("DATE_"));
    }

    private static boolean isKeptOrDiagnosed(Result result) {
        return switch (result) {
            case Kept kept -> hasTitle(kept);
            case Buried(String why) -> code(why, "FRONT_MATTER_") || code(why, "PARSE_YAML: ");
        };
    }

    private static boolean isBounded(Result result) {
        return !(result instanceof Kept kept) || title(kept).length() <= 2_000;
    }

    private static boolean hasNoInlineData(Kept kept) {
        return kept.raw().getImages().stream().noneMatch(HostileMusts::isLong)
                && kept.article().getImages().stream()
                        .allMatch(image -> image.getVerdict() == ImageVerdict.INLINE_DATA)
                && !Objects.toString(kept.article().getArticleBodyHtml(), "").contains("data:");
    }

    private static boolean isLong(io.broadsheet.v1.RawImage image) {
        return image.getUrl().length() > IMAGE_URL_CHARS_MAX;
    }

    private static boolean hasChecksCapped(Kept kept) {
        long pending =
                kept.article().getImages().stream()
                        .filter(image -> image.getVerdict() == ImageVerdict.PENDING)
                        .count();
        return pending <= IMAGES_CHECKED_MAX && has(kept, "IMAGE_BUDGET_EXCEEDED");
    }

    private static boolean hasOnlyWebImagesToCheck(Kept kept) {
        return kept.article().getImages().stream()
                .filter(image -> image.getVerdict() == ImageVerdict.PENDING)
                .map(ArticleImage::getUrl)
                .allMatch(url -> url.startsWith("http"));
    }

    /** Its title is the text, but for controls, which go, and for white space. */
    private static boolean says(Kept kept, HostileCase hostile) {
        String expected = hostile.text().orElse("");
        return bare(title(kept)).equals(bare(expected));
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c > ' ' && c != 0xFFFD && !Character.isSpaceChar(c))
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}

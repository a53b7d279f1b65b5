package io.broadsheet.bench.posts;

import static io.broadsheet.bench.posts.Expected.text;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.bench.posts.Check.Verdict;
import io.broadsheet.bench.posts.Stages.Result.Kept;
import io.broadsheet.v1.ArticleImage;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a post and its language. */
final class TextChecks {

    private static final double ALIKE_MIN = 0.99;
    private static final int CONTEXT_CHARS = 60;

    private TextChecks() {}

    /** Equal but for white space; captions have left the text, and are looked for in it. */
    static Optional<Verdict> equal(JsonNode known, Kept found) {
        return text(known, "text")
                .map(expected ->
                        compared(bare(withoutCaptions(expected, found)), bare(body(found))));
    }

    /** The same shingles, but for one in a hundred. */
    static Optional<Verdict> alike(JsonNode known, Kept found) {
        return text(known, "text")
                .map(expected -> Shingles.f1(withoutCaptions(expected, found), body(found)))
                .map(f1 -> new Verdict(f1 >= ALIKE_MIN, "F1 " + f1));
    }

    /** The language that the feed of the post declared; what has a colon says something else. */
    static Optional<Verdict> language(JsonNode known, Kept found) {
        String tag = Objects.toString(found.article().getInLanguage(), "");
        return text(known, "feed_language")
                .filter(declared -> declared.indexOf(':') < 0)
                .map(declared -> Verdict.same(primary(declared), primary(tag)));
    }

    private static String primary(String tag) {
        return tag.toLowerCase(Locale.ROOT).split("[-_]", -1)[0];
    }

    private static String body(Kept found) {
        return Objects.toString(found.article().getArticleBody(), "");
    }

    private static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isBlank(c)).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.CONTROL;
    }

    private static String withoutCaptions(String text, Kept found) {
        String left = text;
        for (ArticleImage image : found.article().getImages()) {
            if (image.getCaption() != null) {
                Pattern caption = spaced(image.getCaption());
                long kept = caption.matcher(body(found)).results().count();
                for (long n = caption.matcher(left).results().count(); n > kept; n--) {
                    left = caption.matcher(left).replaceFirst(" ");
                }
            }
        }
        return left;
    }

    /** The caption, whatever white space stands between its characters. */
    private static Pattern spaced(String caption) {
        return Pattern.compile(
                bare(caption)
                        .codePoints()
                        .mapToObj(c -> Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining("\\s*")),
                Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static Verdict compared(String expected, String found) {
        int same = 0;
        int shorter = Math.min(expected.length(), found.length());
        while (same < shorter && expected.charAt(same) == found.charAt(same)) {
            same++;
        }
        String where =
                "at %d of %d, expected …%s%n      found (%d)          …%s"
                        .formatted(
                                same,
                                expected.length(),
                                excerpt(expected, same),
                                found.length(),
                                excerpt(found, same));
        return new Verdict(expected.equals(found), where);
    }

    private static String excerpt(String text, int at) {
        int from = Math.max(0, at - CONTEXT_CHARS / 3);
        return text.substring(from, Math.min(text.length(), at + CONTEXT_CHARS));
    }
}

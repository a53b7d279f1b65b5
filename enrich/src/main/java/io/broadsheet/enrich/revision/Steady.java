package io.broadsheet.enrich.revision;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.avro.Schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stays of an article when all noise is taken out of it. Two articles of which the same stays
 * are no two versions (CONTRACT: NO_CHANGE): the one that is out already is left as it is.
 *
 * @param digest of all that stays
 * @param body the text that stays; a body kept by claim check is its claim, which is its digest
 */
record Steady(String digest, String body) {

    /** What is computed from a text that may hold noise, or is a clock of the source's own. */
    private static final Set<String> UNSTEADY =
            Set.of(
                    "articleBody",
                    "articleBodyHtml",
                    "images",
                    "wordCount",
                    "charCount",
                    "timeRequired",
                    "languageConfidence",
                    "dateModified",
                    "dateEvidence",
                    "extensions",
                    Substance.FLAGS);

    private static final String DESCRIPTION = "description";

    private static final List<Schema.Field> FIELDS =
            Substance.fields(name -> !UNSTEADY.contains(name));

    private static final Pattern BLOCK =
            Pattern.compile(
                    "(?i)</?(?:p|div|section|article|ul|ol|li|table|tr|td|th|h[1-6]|blockquote|figure"
                            + "|figcaption|br|hr|dl|dd|dt|pre)\\b[^>]*>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern COUNTER_NAME =
            Pattern.compile(
                    "(?:^|[:/_-])(?:page_?views?|views?|hits|reads?|likes?|shares?|comments?|total"
                            + "|(?:view|read|like|share|comment|reply)s?_?counts?)$");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.,]*");
    private static final Pattern CLOCK_NAME =
            Pattern.compile(
                    "(?:^|[:/_-])(?:updated|modified|lastmod|last_?modified|generated)(?:_?at)?$");

    /** Of an article as the steps made it. */
    static Steady of(EnrichedArticle article) {
        String text = article.getArticleBody() == null ? "" : article.getArticleBody();
        Set<String> noise = Noise.linesOf(text);
        String body = Noise.without(text, noise);
        SortedMap<String, String> fields = Substance.texts(article, FIELDS);
        if (article.getDescriptionBasis() == Basis.FALLBACK) {
            fields.remove(DESCRIPTION);
        }
        fields.put("articleBody", body);
        fields.put("articleBodyHtml", markup(article, noise));
        fields.put("images", images(article.getImages()));
        fields.put("extensions", extensions(article.getExtensions()));
        return new Steady(Substance.digest(fields), claimed(article).orElse(body));
    }

    private static Optional<String> claimed(EnrichedArticle article) {
        return article.getArticleBody() == null
                ? Optional.ofNullable(article.getBodyRef())
                : Optional.empty();
    }

    /** Markup without pictures, which are compared as such, and without blocks of noise. */
    private static String markup(EnrichedArticle article, Set<String> noise) {
        String html = article.getArticleBodyHtml();
        if (html == null) {
            return "";
        }
        if (noise.isEmpty()) {
            return PictureTags.removedFrom(html);
        }
        var steady = new StringBuilder(html.length());
        Matcher block = BLOCK.matcher(html);
        int from = 0;
        while (block.find()) {
            append(steady, html.substring(from, block.start()), noise);
            steady.append(block.group());
            from = block.end();
        }
        append(steady, html.substring(from), noise);
        return steady.toString();
    }

    private static void append(StringBuilder steady, String inside, Set<String> noise) {
        String words = TAG.matcher(inside).replaceAll("").replace("&nbsp;", " ");
        if (!noise.contains(Noise.collapsed(words))) {
            steady.append(PictureTags.removedFrom(inside));
        }
    }

    private static String images(List<ArticleImage> images) {
        return images.stream()
                .filter(image -> !NoiseFreePicture.isAvatar(image))
                .map(image ->
                        List.of(
                                NoiseFreePicture.url(image.getUrl()),
                                image.getRoles(),
                                String.valueOf(image.getCaption()),
                                String.valueOf(image.getAlternateName()),
                                String.valueOf(image.getCreditText())))
                .toList()
                .toString();
    }

    private static String extensions(Map<String, String> extensions) {
        return extensions.entrySet().stream()
                .filter(entry ->
                        !isNoise(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .sorted()
                .toList()
                .toString();
    }

    private static boolean isNoise(String name, String value) {
        return (COUNTER_NAME.matcher(name).find() && NUMBER.matcher(value.strip()).matches())
                || CLOCK_NAME.matcher(name).find();
    }
}

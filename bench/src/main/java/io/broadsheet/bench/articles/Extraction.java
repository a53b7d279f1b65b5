package io.broadsheet.bench.articles;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageRole;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was made of a page, in the words of the collections.
 *
 * @param article empty if the page was refused
 */
record Extraction(Optional<EnrichedArticle> article) {

    private static final int DAY_CHARS = 10;

    private static final List<ImageRole> LEADING =
            List.of(ImageRole.LEAD, ImageRole.SOCIAL, ImageRole.THUMBNAIL, ImageRole.INLINE);

    /** The text, without captions. */
    String text() {
        return text(EnrichedArticle::getArticleBody);
    }

    /** The text of the HTML, captions and all. */
    String shown() {
        return Visible.textOf(Jsoup.parse(text(EnrichedArticle::getArticleBodyHtml)).body());
    }

    String title() {
        return text(EnrichedArticle::getHeadline);
    }

    String description() {
        return text(EnrichedArticle::getDescription);
    }

    String language() {
        return text(EnrichedArticle::getInLanguage);
    }

    List<String> authors() {
        return article.map(EnrichedArticle::getAuthor).orElse(List.of()).stream()
                .map(Agent::getName)
                .toList();
    }

    String author() {
        return authors().stream().collect(Collectors.joining(", "));
    }

    String site() {
        return article.map(EnrichedArticle::getPublisher).map(Agent::getName).orElse("");
    }

    Optional<Instant> published() {
        return article.map(EnrichedArticle::getDatePublished);
    }

    /** The day of publication in UTC, and the day as it was written, where that is another. */
    List<String> days() {
        List<String> days = new ArrayList<>();
        published().ifPresent(at -> days.add(at.toString().substring(0, DAY_CHARS)));
        article.map(EnrichedArticle::getDateEvidence).orElse(List.of()).stream()
                .filter(evidence -> evidence.getField().equals("published"))
                .map(DateEvidence::getValue)
                .filter(value -> value != null && value.length() >= DAY_CHARS)
                .map(value -> value.substring(0, DAY_CHARS))
                .forEach(days::add);
        return days;
    }

    List<String> images() {
        return all().stream().map(Extraction::address).toList();
    }

    /** The first image of the best role that any has. */
    String leadImage() {
        return LEADING.stream()
                .flatMap(role -> all().stream().filter(i -> i.getRoles().contains(role)))
                .findFirst()
                .map(Extraction::address)
                .orElse("");
    }

    private List<ArticleImage> all() {
        return article.map(EnrichedArticle::getImages).orElse(List.of());
    }

    private static String address(ArticleImage image) {
        return Objects.requireNonNullElse(image.getContentUrl(), image.getUrl());
    }

    private String text(Getter field) {
        return article.map(field::of).orElse("");
    }

    @FunctionalInterface
    private interface Getter {
        @Nullable String of(EnrichedArticle article);
    }
}

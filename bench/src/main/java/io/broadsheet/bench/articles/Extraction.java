package io.broadsheet.bench.articles;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageRole;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was made of a page, in the words of the collections.
 *
 * @param article empty if the page was refused
 */
record Extraction(Optional<EnrichedArticle> article) {

    private static final int DAY_CHARS = 10;
    private static final Duration CLOCKS_APART = Duration.ofHours(14);

    /** A day of ISO 8601 without hyphens. */
    private static final Pattern BASIC = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");

    /** How a text refers to a note. */
    private static final Pattern NOTE_MARK = Pattern.compile("\\[?[0-9*†‡]{1,3}]?");

    /** What stands over them, which Markdown says by its marks. */
    private static final Pattern NOTES = Pattern.compile("(?i)(?:foot|end|side)notes");

    private static final List<ImageRole> LEADING =
            List.of(ImageRole.LEAD, ImageRole.SOCIAL, ImageRole.THUMBNAIL, ImageRole.INLINE);

    /** The text, without captions. */
    String text() {
        return text(EnrichedArticle::getArticleBody);
    }

    /** The text of the HTML, captions and all, but not the addresses of what frames show. */
    String shown() {
        return Visible.textOf(body());
    }

    /** The same without marks that refer to notes and the heading over these. */
    String shownWithoutMarks() {
        Element body = body();
        body.select("sup").stream()
                .filter(mark -> NOTE_MARK.matcher(mark.text().strip()).matches())
                .forEach(Element::remove);
        body.select("h1,h2,h3,h4,h5,h6").stream()
                .filter(heading -> NOTES.matcher(heading.text().strip()).matches())
                .forEach(Element::remove);
        return Visible.textOf(body);
    }

    private Element body() {
        Element body = Jsoup.parse(text(EnrichedArticle::getArticleBodyHtml)).body();
        body.select("a[href]").stream()
                .filter(link -> link.attr("href").equals(link.text().strip()))
                .forEach(Element::remove);
        return body;
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
                .filter(Objects::nonNull)
                .map(value -> BASIC.matcher(value).replaceFirst("$1-$2-$3"))
                .filter(value -> value.length() >= DAY_CHARS)
                .map(value -> value.substring(0, DAY_CHARS))
                .forEach(days::add);
        return days;
    }

    /**
     * The same; and of a day without a time, which is that of no clock, the day in UTC of an
     * expected instant that is on this day on some clock of the world.
     */
    List<String> daysOf(Instant expected) {
        List<String> days = new ArrayList<>(days());
        boolean dayOnly =
                article.map(EnrichedArticle::getDatePublishedCertainty)
                        .filter(DateCertainty.DATE_ONLY::equals)
                        .isPresent();
        published()
                .filter(_ -> dayOnly)
                .filter(day -> isOn(day, expected))
                .ifPresent(_ -> days.add(expected.toString().substring(0, DAY_CHARS)));
        return days;
    }

    private static boolean isOn(Instant day, Instant expected) {
        Instant end = day.plus(Duration.ofDays(1)).plus(CLOCKS_APART);
        return expected.isAfter(day.minus(CLOCKS_APART).minusSeconds(1)) && expected.isBefore(end);
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

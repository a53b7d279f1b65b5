package io.broadsheet.bench.steps;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.step.about.Link;
import io.broadsheet.enrich.step.body.Body;
import io.broadsheet.enrich.step.body.BodyStep;
import io.broadsheet.enrich.step.body.Markup;
import io.broadsheet.enrich.step.date.DateInput;
import io.broadsheet.enrich.step.date.LearnedOffset;
import io.broadsheet.enrich.step.date.Retrieval;
import io.broadsheet.enrich.step.images.Images;
import io.broadsheet.enrich.step.images.ImagesInput;
import io.broadsheet.enrich.step.images.ImagesStep;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An article with what each step is given, so that each can be measured alone.
 *
 * @param input of all steps together
 * @param body as the first of them finds it
 * @param images of the step for images
 * @param dates of the step for dates
 */
record PreparedArticle(EnrichInput input, Body body, ImagesInput images, DateInput dates) {

    private static final int IMAGES_CHECKED_MAX = 20;

    /** From a post with front matter. */
    static PreparedArticle of(String post, DocumentReader reader) {
        byte[] bytes = post.getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.parse(new Document("file:///post.md", "post.md", bytes));
        if (!(reading instanceof Reading.Articles read) || read.articles().isEmpty()) {
            throw new IllegalArgumentException("no article: " + reading);
        }
        return of(read.articles().getFirst());
    }

    private static PreparedArticle of(RawArticle raw) {
        Link link = Link.of(raw);
        var ref = new RecordRef(Topics.RAW.name(), 0, 0L);
        var input = new EnrichInput(raw, ref, raw.getIngestedAt());
        Body body = new BodyStep().read(markup(raw));
        var images =
                new ImagesInput(
                        raw.getImages(), body.images(), true, link.base(), IMAGES_CHECKED_MAX);
        Images found = ImagesStep.gather(images);
        List<String> urls =
                Stream.concat(link.url().stream(), found.all().stream().map(ArticleImage::getUrl))
                        .toList();
        var dates =
                new DateInput(
                        Optional.ofNullable(raw.getPublished()),
                        Optional.ofNullable(raw.getUpdated()),
                        false,
                        urls,
                        raw.getIngestedAt(),
                        Retrieval.of(raw),
                        Optional.empty(),
                        LearnedOffset.of(List.of(), 0));
        return new PreparedArticle(input, body, images, dates);
    }

    RawArticle raw() {
        return input.raw();
    }

    /** The HTML of the body as it came. */
    String html() {
        return markup(raw()).source();
    }

    Markup markup() {
        return markup(raw());
    }

    String headline() {
        return Optional.ofNullable(raw().getTitle()).orElse("");
    }

    private static Markup markup(RawArticle raw) {
        String html = Optional.ofNullable(raw.getContent().getValue()).orElse("");
        return new Markup(html, Markup.Kind.HTML_FRAGMENT, Link.of(raw).base());
    }
}

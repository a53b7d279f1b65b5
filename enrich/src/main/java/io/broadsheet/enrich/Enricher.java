package io.broadsheet.enrich;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.enrich.step.about.Byline;
import io.broadsheet.enrich.step.about.Headline;
import io.broadsheet.enrich.step.about.Link;
import io.broadsheet.enrich.step.about.Subjects;
import io.broadsheet.enrich.step.body.Body;
import io.broadsheet.enrich.step.body.BodyStep;
import io.broadsheet.enrich.step.body.Markup;
import io.broadsheet.enrich.step.date.DateInput;
import io.broadsheet.enrich.step.date.DateSearch;
import io.broadsheet.enrich.step.date.Dates;
import io.broadsheet.enrich.step.date.LearnedOffset;
import io.broadsheet.enrich.step.date.Retrieval;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.fingerprint.FingerprintStep;
import io.broadsheet.enrich.step.images.Images;
import io.broadsheet.enrich.step.images.ImagesInput;
import io.broadsheet.enrich.step.images.ImagesStep;
import io.broadsheet.enrich.step.keywords.KeywordStep;
import io.broadsheet.enrich.step.keywords.Keywords;
import io.broadsheet.enrich.step.language.LanguageGuess;
import io.broadsheet.enrich.step.language.LanguageStep;
import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.enrich.step.text.Description;
import io.broadsheet.enrich.step.text.TextCount;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.RawArticle;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chains the steps. A pure function but for the claim store, which is asked only for bodies too
 * large for a record; safe for many threads.
 */
public final class Enricher {

    private static final String RUN_TIME_FLAG = QualityCode.DATE_FALLBACK.name();

    private final EnrichSettings settings;
    private final ClaimStore claims;
    private final BodyStep bodies = new BodyStep();
    private final LanguageStep languages;
    private final KeywordStep keywords;

    /** An enricher that keeps large bodies in the store. */
    public Enricher(EnrichSettings settings, ClaimStore claims) {
        this.settings = settings;
        this.claims = claims;
        this.languages = new LanguageStep(settings.languages());
        this.keywords = new KeywordStep(settings.keywordsExtractedMax());
    }

    /** The step that is being taken, for the one who has to mend it. */
    private static final class Progress {
        private String step = "content";
    }

    /**
     * The enriched article, or why there is none. A defect of ours on this article buries this
     * article only.
     *
     * @throws UncheckedIOException if the claim store is needed and cannot be used now; the same
     *     input may succeed later
     */
    public EnrichResult enrich(EnrichInput input) {
        var progress = new Progress();
        try {
            return switch (ContentText.of(input.raw(), claims)) {
                case ContentText.Present(String content) -> kept(input, content, progress);
                case ContentText.Missing(Rejection why) -> new EnrichResult.Rejected(why);
            };
        } catch (UncheckedIOException e) {
            throw e;
        } catch (RuntimeException e) {
            return new EnrichResult.Rejected(Rejection.defect(progress.step, e));
        } catch (StackOverflowError e) {
            return rejected(FailureCode.PARSER_OVERFLOW, progress.step);
        }
    }

    private static EnrichResult rejected(FailureCode code, String detail) {
        return new EnrichResult.Rejected(new Rejection(code, detail));
    }

    private EnrichResult kept(EnrichInput input, String content, Progress progress) {
        Findings found = find(input, content, progress);
        progress.step = "assembler";
        var article = ArticleAssembler.assemble(input, found);
        return new EnrichResult.Kept(
                LargeBody.claimed(article, claims), found.text().fingerprint());
    }

    private Findings find(EnrichInput input, String content, Progress progress) {
        RawArticle raw = input.raw();
        progress.step = "link";
        Link link = Link.of(raw);
        progress.step = "subjects";
        Subjects subjects = Subjects.of(raw);
        progress.step = "body";
        Markup markup = new Markup(content, ContentText.kind(raw), link.base());
        Body body = bodies.read(markup);
        progress.step = "byline";
        Byline byline =
                Byline.of(
                        raw.getAuthors(),
                        body.facts().bylines(),
                        raw.getSource(),
                        raw.getExtensions(),
                        link.url());
        progress.step = "headline";
        Optional<String> headline =
                Headline.of(
                        Optional.ofNullable(raw.getTitle()),
                        body.facts(),
                        raw.getSource(),
                        raw.getExtensions());
        var about = new Findings.About(headline, link, byline, subjects);
        Findings.Text text = text(raw, body, about, progress);
        progress.step = "images";
        Images images = images(raw, body, markup);
        progress.step = "dates";
        return new Findings(text, about, images, dates(input, link, images, body.facts()));
    }

    private Findings.Text text(RawArticle raw, Body body, Findings.About about, Progress progress) {
        String headline = about.headline().orElse("");
        progress.step = "text";
        TextCount count = TextCount.of(body.text());
        progress.step = "description";
        Description description =
                Description.of(Optional.ofNullable(raw.getSummary()), body.text());
        progress.step = "language";
        LanguageGuess language =
                languages.tell(headline, body.text(), Optional.ofNullable(raw.getLanguage()));
        progress.step = "keywords";
        Keywords words =
                keywords.of(about.subjects().keywords(), headline, body.text(), language.tag());
        progress.step = "fingerprint";
        Optional<Fingerprint> print = FingerprintStep.of(body.text());
        return new Findings.Text(body, count, description, language, words, print);
    }

    private Images images(RawArticle raw, Body body, Markup markup) {
        return ImagesStep.gather(
                new ImagesInput(
                        raw.getImages(),
                        body.images(),
                        markup.kind() != Markup.Kind.HTML_PAGE,
                        body.base().or(markup::base),
                        settings.imagesCheckedMax()));
    }

    private Dates dates(EnrichInput input, Link link, Images images, PageFacts facts) {
        RawArticle raw = input.raw();
        boolean runTime =
                raw.getQuality().stream().anyMatch(flag -> flag.getCode().equals(RUN_TIME_FLAG));
        List<String> urls =
                Stream.concat(link.url().stream(), images.all().stream().map(Enricher::picture))
                        .toList();
        return DateSearch.read(
                new DateInput(
                        Optional.ofNullable(raw.getPublished()),
                        Optional.ofNullable(raw.getUpdated()),
                        runTime,
                        urls,
                        input.seenAt(),
                        Retrieval.of(raw),
                        settings.correctionFor(raw.getSource().getSourceId()),
                        LearnedOffset.of(input.signs(), settings.offsetAgreeMin())),
                raw.getExtensions(),
                facts.dates(),
                link.url());
    }

    private static String picture(ArticleImage image) {
        return Optional.ofNullable(image.getContentUrl()).orElse(image.getUrl());
    }
}

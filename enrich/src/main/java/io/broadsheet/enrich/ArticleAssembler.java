package io.broadsheet.enrich;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.enrich.step.about.Publication;
import io.broadsheet.enrich.step.body.Body;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.text.ReadingTime;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.Processor;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the outgoing article of what the source said and what the steps found. */
final class ArticleAssembler {

    private static final List<Processor> PROCESSORS =
            Stream.of(Step.values())
                    .map(step -> new Processor(step.processor(), step.version()))
                    .toList();

    private final EnrichInput input;
    private final RawArticle raw;
    private final Findings found;

    private ArticleAssembler(EnrichInput input, Findings found) {
        this.input = input;
        this.raw = input.raw();
        this.found = found;
    }

    /** Version 1, as it is before its images are checked. */
    static EnrichedArticle assemble(EnrichInput input, Findings found) {
        var assembler = new ArticleAssembler(input, found);
        EnrichedArticle.Builder article = assembler.identity();
        assembler.text(article);
        assembler.about(article);
        assembler.dates(article);
        return article.setImages(found.images().all())
                .setQuality(assembler.quality())
                .setProcessors(PROCESSORS)
                .build();
    }

    private EnrichedArticle.Builder identity() {
        return EnrichedArticle.newBuilder()
                .setArticleId(raw.getArticleId())
                .setVersion(1)
                .setContentHash(raw.getContentHash())
                .setChange(ChangeClass.NEW)
                .setPubStatus(Publication.statusOf(raw))
                .setState(EnrichmentState.PARTIAL)
                .setSource(raw.getSource())
                .setAltIds(raw.getAltIds())
                .setExtensions(raw.getExtensions())
                .setRawRef(input.ref())
                .setBackfillId(raw.getBackfillId())
                .setFirstCreated(input.seenAt())
                .setVersionCreated(input.seenAt());
    }

    private void text(EnrichedArticle.Builder article) {
        Findings.Text text = found.text();
        Body body = text.body();
        article.setHeadline(headline().orElse(null))
                .setDescription(text.description().text().orElse(null))
                .setDescriptionBasis(text.description().basis())
                .setArticleBody(nullIfEmpty(body.text()))
                .setArticleBodyHtml(nullIfEmpty(body.html()))
                .setWordCount(text.count().words())
                .setCharCount(text.count().chars())
                .setTimeRequired(
                        ReadingTime.of(text.count(), text.language().tag())
                                .map(Duration::toString)
                                .orElse(null))
                .setInLanguage(text.language().tag().orElse(null))
                .setLanguageBasis(text.language().basis())
                .setLanguageConfidence(text.language().confidence())
                .setKeywords(text.keywords().words())
                .setKeywordsBasis(text.keywords().basis())
                .setSimHash(text.fingerprint().map(Fingerprint::simHash).orElse(null));
    }

    private void about(EnrichedArticle.Builder article) {
        Findings.About about = found.about();
        article.setUrl(about.link().url().orElse(null))
                .setUrlBasis(about.link().basis())
                .setAuthor(about.byline().authors())
                .setPublisher(about.byline().publisher().orElse(null))
                .setInfoSources(about.byline().infoSources())
                .setArticleSection(about.subjects().sections())
                .setSubjects(about.subjects().subjects())
                .setCopyrightNotice(rights().orElse(null))
                .setLicense(rights().filter(ArticleAssembler::isUrl).orElse(null));
    }

    private void dates(EnrichedArticle.Builder article) {
        article.setDatePublished(found.dates().published().orElse(null))
                .setDatePublishedCertainty(found.dates().certainty())
                .setDateModified(found.dates().modified().orElse(null))
                .setDateEvidence(found.dates().evidence());
    }

    private List<QualityFlag> quality() {
        List<QualityFlag> flags = new ArrayList<>(raw.getQuality());
        if (headline().isEmpty()) {
            flags.add(QualityCode.TITLE_MISSING.on("headline"));
        }
        if (rights().isEmpty()) {
            flags.add(QualityCode.RIGHTS_UNDECLARED.on("copyrightNotice"));
        }
        if (raw.getContent() != null && raw.getContent().getTruncated()) {
            flags.add(QualityCode.BODY_TRUNCATED.on("articleBody", "by the source or at ingest"));
        }
        flags.addAll(found.flags());
        return flags.stream().distinct().toList();
    }

    private Optional<String> headline() {
        return found.about().headline();
    }

    private Optional<String> rights() {
        return Optional.ofNullable(raw.getRights()).map(String::strip).filter(t -> !t.isEmpty());
    }

    private static boolean isUrl(String rights) {
        return rights.startsWith("http://") || rights.startsWith("https://");
    }

    private static @Nullable String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}

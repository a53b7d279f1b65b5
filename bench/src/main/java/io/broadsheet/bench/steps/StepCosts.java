package io.broadsheet.bench.steps;

import io.broadsheet.bench.GeneratePosts;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.step.about.Byline;
import io.broadsheet.enrich.step.about.Subjects;
import io.broadsheet.enrich.step.body.Body;
import io.broadsheet.enrich.step.body.BodyStep;
import io.broadsheet.enrich.step.date.DateStep;
import io.broadsheet.enrich.step.date.Dates;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.fingerprint.FingerprintStep;
import io.broadsheet.enrich.step.images.Images;
import io.broadsheet.enrich.step.images.ImagesStep;
import io.broadsheet.enrich.step.keywords.KeywordStep;
import io.broadsheet.enrich.step.keywords.Keywords;
import io.broadsheet.enrich.step.language.LanguageGuess;
import io.broadsheet.enrich.step.language.LanguageStep;
import io.broadsheet.enrich.step.language.Languages;
import io.broadsheet.enrich.step.text.Description;
import io.broadsheet.enrich.step.text.TextCount;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Microseconds that each step takes for an article, warm, on one thread, beside jsoup's parse of
 * the same HTML: the floor. Each call takes the next of a thousand articles.
 *
 * <p>{@code java -cp ... org.openjdk.jmh.Main StepCosts [-p posts=DIRECTORY]}
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepCosts {

    private static final int ARTICLES = 1_000;
    private static final String GENERATED = "generated";

    /** A directory of posts, or what {@link GeneratePosts} makes. */
    @Param(GENERATED)
    public String posts = GENERATED;

    private final BodyStep bodies = new BodyStep();
    private final LanguageStep languages = new LanguageStep(Languages.all());
    private final KeywordStep keywords =
            new KeywordStep(EnrichSettings.defaults().keywordsExtractedMax());
    private final Enricher enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());
    private List<PreparedArticle> articles = List.of();
    private List<Optional<String>> tags = List.of();
    private int next;

    /** Reads or makes the articles. */
    @Setup
    public void prepare() {
        var settings = ReaderSettings.of(new SourceId("bench"), "bench");
        var reader = new DocumentReader(settings, ClaimStore.none(), InstantSource.system());
        articles = texts().stream().map(post -> PreparedArticle.of(post, reader)).toList();
        tags =
                articles.stream()
                        .map(article ->
                                languages
                                        .tell(
                                                article.headline(),
                                                article.body().text(),
                                                Optional.empty())
                                        .tag())
                        .toList();
    }

    private List<String> texts() {
        if (posts.equals(GENERATED)) {
            return GeneratePosts.first(ARTICLES, 1);
        }
        try (Stream<Path> files = Files.walk(Path.of(posts))) {
            return files.filter(Files::isRegularFile).sorted().map(StepCosts::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PreparedArticle article() {
        next = (next + 1) % articles.size();
        return articles.get(next);
    }

    /** The floor. */
    @Benchmark
    public Document bareParse() {
        return Jsoup.parseBodyFragment(article().html());
    }

    /** Text, captions, images and safe HTML. */
    @Benchmark
    public Body body() {
        return bodies.read(article().markup());
    }

    /** Authors, sections and tags. */
    @Benchmark
    public void about(Blackhole seen) {
        PreparedArticle article = article();
        seen.consume(Subjects.of(article.raw()));
        seen.consume(Byline.of(article.raw().getAuthors(), List.of(), article.raw().getSource()));
    }

    /** Words, characters and description. */
    @Benchmark
    public void text(Blackhole seen) {
        String text = article().body().text();
        seen.consume(TextCount.of(text));
        seen.consume(Description.of(Optional.empty(), text));
    }

    /** Language and script. */
    @Benchmark
    public LanguageGuess language() {
        PreparedArticle article = article();
        return languages.tell(article.headline(), article.body().text(), Optional.empty());
    }

    /** Words taken from the text. */
    @Benchmark
    public Keywords keywords() {
        PreparedArticle article = article();
        return keywords.of(List.of(), article.headline(), article.body().text(), tags.get(next));
    }

    /** Images gathered from everywhere. */
    @Benchmark
    public Images images() {
        return ImagesStep.gather(article().images());
    }

    /** Dates with their evidence. */
    @Benchmark
    public Dates dates() {
        return DateStep.read(article().dates());
    }

    /** By what near-duplicates are found. */
    @Benchmark
    public Optional<Fingerprint> fingerprint() {
        return FingerprintStep.of(article().body().text());
    }

    /** All of them and the assembler. */
    @Benchmark
    public EnrichResult all() {
        return enricher.enrich(article().input());
    }
}

package io.broadsheet.bench.dates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.step.date.OffsetSigns;
import io.broadsheet.enrich.step.date.Retrieval;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Posts whose source errs by a constant: what is made of their dates once the source is learned. A
 * directory may hold fewer posts of a source than are needed to learn it; then those that there are
 * are shown again, which says how the rule decides, not how soon.
 */
final class LearnedPosts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 3;
    private static final int SIGNS_MAX = 16;

    private final Path directory;
    private final DocumentReader reader;
    private final Enricher enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());
    private final Map<String, List<OffsetSign>> signs = new HashMap<>();

    private record Post(JsonNode expected, RawArticle raw) {}

    LearnedPosts(Path directory) {
        this.directory = directory;
        this.reader =
                new DocumentReader(
                        ReaderSettings.of(new SourceId("bench"), "bench"),
                        ClaimStore.none(),
                        InstantSource.system());
    }

    /** Prints how many are right, and how many of the others were changed, which none should be. */
    void print(PrintStream out) throws IOException {
        List<Post> posts = posts();
        for (int round = 0; round < ROUNDS; round++) {
            posts.forEach(this::learn);
        }
        int right = 0;
        int likely = 0;
        int changed = 0;
        for (Post post : posts) {
            EnrichedArticle before = enrich(post, List.of());
            EnrichedArticle after = enrich(post, signs(post));
            JsonNode truth = post.expected().get("likely_true_utc");
            boolean differs = !Objects.equals(before.getDatePublished(), after.getDatePublished());
            if (truth == null) {
                changed += differs ? 1 : 0;
            } else {
                likely++;
                right += Instant.parse(truth.asText()).equals(after.getDatePublished()) ? 1 : 0;
            }
        }
        out.println(
                "likely_true_utc once learned: %d of %d; others changed: %d of %d"
                        .formatted(right, likely, changed, posts.size() - likely));
    }

    private void learn(Post post) {
        EnrichedArticle article = enrich(post, List.of());
        OffsetSigns.of(article.getDateEvidence(), Retrieval.of(post.raw()))
                .ifPresent(sign -> remember(post, sign));
    }

    private void remember(Post post, OffsetSign sign) {
        List<OffsetSign> known = signs.computeIfAbsent(source(post), _ -> new ArrayList<>());
        known.add(sign);
        if (known.size() > SIGNS_MAX) {
            known.removeFirst();
        }
    }

    private List<OffsetSign> signs(Post post) {
        return signs.getOrDefault(source(post), List.of());
    }

    private static String source(Post post) {
        return String.valueOf(post.raw().getSource().getName());
    }

    private EnrichedArticle enrich(Post post, List<OffsetSign> known) {
        var nowhere = new RecordRef(Topics.RAW.name(), 0, 0L);
        var input = new EnrichInput(post.raw(), nowhere, post.raw().getIngestedAt(), known);
        return switch (enricher.enrich(input)) {
            case EnrichResult.Kept(var article, _) -> article;
            case EnrichResult.Rejected(var why) -> throw new IllegalStateException(why.message());
        };
    }

    private List<Post> posts() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("expected.jsonl"))) {
            JsonNode expected = JSON.readTree(line);
            if (expected.path("file").asText().startsWith("real/")) {
                article(expected).ifPresent(raw -> posts.add(new Post(expected, raw)));
            }
        }
        return posts;
    }

    private Optional<RawArticle> article(JsonNode expected) throws IOException {
        Path file = directory.resolve(expected.path("file").asText());
        var document =
                new Document(
                        file.toUri().toString(),
                        file.getFileName().toString(),
                        Files.readAllBytes(file));
        return reader.parse(document) instanceof Reading.Articles(var articles, _, _)
                ? articles.stream().findFirst()
                : Optional.empty();
    }
}

package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * scrapinghub/article-extraction-benchmark: the article body alone. Precision and recall are means
 * over pages; F1 is made of the means.
 */
final class Aeb implements Collection {

    private static final String PRECISION = "precision";
    private static final String RECALL = "recall";

    @Override
    public String name() {
        return "aeb";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        JsonNode truth = Json.file(directory.resolve("ground-truth.json"));
        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            String id = page.getKey();
            Optional<String> url = Json.text(page.getValue(), "url");
            var found = extractor.of(id, url, directory.resolve("html/" + id + ".html.gz"));
            String expected = page.getValue().path("articleBody").asText();
            add(ShingleMatch.of(expected, found.text()), id, report);
        }
        report.harmonic("F1", PRECISION, RECALL);
        for (JsonNode peer : Json.file(directory.resolve("peer-scores.json"))) {
            report.peer(
                    "%-24s F1 %.4f on all 181 pages, %.4f on these"
                            .formatted(
                                    peer.path("name").asText(),
                                    peer.path("all181").path("f1").asDouble(),
                                    peer.path("this_side").path("f1").asDouble()));
        }
    }

    private static void add(ShingleMatch match, String id, Report report) {
        report.add(PRECISION, id, match.precision(), "");
        report.add(RECALL, id, match.recall(), "");
        report.add("equal", id, match.same() ? 1 : 0, "");
    }
}

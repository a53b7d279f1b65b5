package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * adbar/trafilatura: pieces of text that must be in the article and pieces that must not, summed
 * over all pages; and what is annotated of title, author and date.
 */
final class Trafilatura implements Collection {

    private static final String PRECISION = "precision";
    private static final String RECALL = "recall";
    private static final String ACCURACY = "accuracy";

    @Override
    public String name() {
        return "trafilatura";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        JsonNode pages = Json.file(directory.resolve("evaldata.json"));
        for (Map.Entry<String, JsonNode> page : pages.properties()) {
            JsonNode known = page.getValue();
            String file = known.path("file").asText();
            Optional<String> url = Optional.of(page.getKey());
            var found = extractor.of(file, url, directory.resolve("html/" + file + ".gz"));
            pieces(known, found, file, report);
            fields(known, found, file, report);
        }
        report.harmonic("F1", PRECISION, RECALL);
        for (JsonNode peer : Json.file(directory.resolve("peer-scores.json"))) {
            report.peer(
                    "%-34s precision %.4f recall %.4f F1 %.4f on these pages"
                            .formatted(
                                    peer.path("name").asText(),
                                    peer.path(PRECISION).asDouble(),
                                    peer.path(RECALL).asDouble(),
                                    peer.path("f1").asDouble()));
        }
        report.peer("Trafilatura, its own published table   F1 0.909 on 750 pages");
    }

    private static void pieces(JsonNode known, Extraction found, String file, Report report) {
        String text = Folded.text(found.text());
        for (JsonNode piece : known.path("with")) {
            boolean there = text.contains(Folded.text(piece.asText()));
            String difference = "%n    lacks    %s".formatted(piece.asText());
            report.add(RECALL, file, there ? 1 : 0, difference);
            report.add(ACCURACY, file, there ? 1 : 0, "");
            if (there) {
                report.add(PRECISION, file, 1, "");
            }
        }
        for (JsonNode piece : known.path("without")) {
            boolean there = text.contains(Folded.text(piece.asText()));
            report.add(ACCURACY, file, there ? 0 : 1, "");
            if (there) {
                String difference = "%n    has      %s".formatted(piece.asText());
                report.add(PRECISION, file, 0, difference);
            }
        }
    }

    /** Empty or missing is not annotated. */
    private static void fields(JsonNode known, Extraction found, String file, Report report) {
        Json.text(known, "title").ifPresent(title -> report.title(file, title, found.title()));
        Json.text(known, "author").ifPresent(names -> report.names(file, names, found.authors()));
        Json.text(known, "author")
                .ifPresent(author ->
                        report.same(
                                "author",
                                file,
                                Folded.name(author),
                                Folded.name(String.join("; ", found.authors()))));
        Json.text(known, "date").ifPresent(date -> report.day("date", file, date, found.days()));
        Json.text(known, "sitename")
                .ifPresent(site ->
                        report.same("site", file, Folded.text(site), Folded.text(found.site())));
    }
}

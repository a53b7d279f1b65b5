package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** AndyTheFactory/newspaper4k: its own output, looked through by its authors. */
final class Newspaper implements Collection {

    private static final int DAY_CHARS = 10;

    @Override
    public String name() {
        return "newspaper4k";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("metadata"))) {
            List<Path> known = all.sorted().toList();
            for (Path file : known) {
                String name = file.getFileName().toString().replaceFirst("\\.json$", "");
                score(directory, name, extractor, report);
            }
        }
        report.peer("newspaper4k: 1 by construction");
    }

    private static void score(Path directory, String name, Extractor extractor, Report report)
            throws IOException {
        JsonNode known = Json.file(directory.resolve("metadata/" + name + ".json"));
        Path page = directory.resolve("html/" + name + ".html.gz");
        if (!Files.exists(page)) {
            return;
        }
        var found = extractor.of(name, Json.text(known, "url"), page);
        Path text = directory.resolve("txt/" + name + ".txt");
        if (Files.exists(text)) {
            var match = ShingleMatch.inAnyScript(Files.readString(text), found.text());
            report.add(
                    "text F1",
                    name,
                    match.f1(),
                    " precision %.3f recall %.3f".formatted(match.precision(), match.recall()));
        }
        Json.text(known, "title").ifPresent(title -> report.title(name, title, found.title()));
        Json.text(known, "publish_date")
                .map(date -> date.substring(0, Math.min(DAY_CHARS, date.length())))
                .ifPresent(day -> report.day("day", name, day, found.days()));
        Json.text(known, "top_image")
                .ifPresent(url ->
                        report.same(
                                "lead image",
                                name,
                                Folded.address(url),
                                Folded.address(found.leadImage())));
    }
}

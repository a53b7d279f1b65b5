package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import org.jsoup.Jsoup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * mozilla/readability: its own expected output, so this is closeness to it and not to the truth.
 * Where its metadata has nothing, ours is not compared.
 */
final class Readability implements Collection {

    /** The address that its tests give each page. */
    private static final String ADDRESS = "http://fakehost/test/page.html";

    @Override
    public String name() {
        return "readability";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        for (Path page : pages(directory)) {
            String name = page.getFileName().toString();
            var found = extractor.of(name, Optional.of(ADDRESS), page.resolve("source.html.gz"));
            String expected = Files.readString(page.resolve("expected.html"));
            String text = Visible.textOf(Jsoup.parse(expected).body());
            var match = ShingleMatch.inAnyScript(text, found.shown());
            report.add(
                    "text F1",
                    name,
                    match.f1(),
                    " precision %.3f recall %.3f".formatted(match.precision(), match.recall()));
            fields(Json.file(page.resolve("expected-metadata.json")), found, name, report);
        }
        report.peer("Readability.js: 1 by construction");
    }

    private static List<Path> pages(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void fields(JsonNode known, Extraction found, String name, Report report) {
        Json.text(known, "title").ifPresent(title -> report.title(name, title, found.title()));
        Json.text(known, "byline").ifPresent(names -> report.names(name, names, found.authors()));
        Json.text(known, "byline")
                .ifPresent(byline ->
                        report.same(
                                "byline", name, Folded.text(byline), Folded.text(found.author())));
        Json.text(known, "siteName")
                .ifPresent(site ->
                        report.same("site", name, Folded.text(site), Folded.text(found.site())));
        Json.text(known, "excerpt")
                .ifPresent(excerpt ->
                        report.same(
                                "excerpt",
                                name,
                                Folded.text(excerpt),
                                Folded.text(found.description())));
        Json.text(known, "publishedTime")
                .flatMap(Folded::instant)
                .ifPresent(at ->
                        report.same(
                                "published",
                                name,
                                at.toString(),
                                found.published().map(Object::toString).orElse("")));
    }
}

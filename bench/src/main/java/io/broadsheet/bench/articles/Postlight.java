package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** postlight/parser: metadata that people wrote down, site by site, and how the text begins. */
final class Postlight implements Collection {

    private static final int WORDS_TOLD = 13;

    @Override
    public String name() {
        return "postlight";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        for (JsonNode known : Json.lines(directory.resolve("expected.jsonl"))) {
            String file = known.path("file").asText();
            Path page = directory.resolve("html/" + file + ".gz");
            var found = extractor.of(file, Json.text(known, "url"), page);
            fields(known, found, file, report);
            Json.text(known, "first13words")
                    .ifPresent(words -> {
                        String begin = Folded.text(found.shown());
                        report.add(
                                "begin",
                                file,
                                begin.contains(Folded.text(words)) ? 1 : 0,
                                "%n    expected %s%n    found    %s".formatted(words, begin));
                    });
        }
        report.peer(
                "Postlight with its own rules for each site: 1 by construction, "
                        + WORDS_TOLD
                        + " words of each text");
    }

    private static void fields(JsonNode known, Extraction found, String file, Report report) {
        Json.text(known, "title").ifPresent(title -> report.title(file, title, found.title()));
        Json.text(known, "author").ifPresent(names -> report.names(file, names, found.authors()));
        Json.text(known, "author")
                .ifPresent(author ->
                        report.same(
                                "author", file, Folded.name(author), Folded.name(found.author())));
        Json.text(known, "date_published")
                .flatMap(Folded::instant)
                .ifPresent(at -> {
                    report.same("published", file, at.toString(), shown(found));
                    report.day("day", file, Folded.day(Optional.of(at)), found.daysOf(at));
                });
        Json.text(known, "lead_image_url")
                .ifPresent(url ->
                        report.same(
                                "lead image",
                                file,
                                Folded.address(url),
                                Folded.address(found.leadImage())));
    }

    private static String shown(Extraction found) {
        return found.published().map(Object::toString).orElse("");
    }
}

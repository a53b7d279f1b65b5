package io.broadsheet.bench.articles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * extractus/article-extractor: small pages without expectations of their own. Their names say what
 * must happen: a page with an article has a text and a title, one that is named after a date has
 * it, one without an article has none of the text of one.
 */
final class Extractus implements Collection {

    private static final int TEXT_CHARS_MIN = 200;

    @Override
    public String name() {
        return "extractus";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            List<Path> pages =
                    all.filter(path -> path.toString().endsWith(".html")).sorted().toList();
            for (Path page : pages) {
                String name = page.getFileName().toString();
                score(name, extractor.of(name, Optional.empty(), page), report);
            }
        }
    }

    private static void score(String name, Extraction found, Report report) {
        boolean article = !name.contains("no-article") && !name.contains("too-short");
        boolean text = found.text().length() >= TEXT_CHARS_MIN;
        report.add("text", name, article == text ? 1 : 0, " " + found.text().length() + " chars");
        if (article && !name.contains("no-title")) {
            report.add("title", name, found.title().isEmpty() ? 0 : 1, "");
        }
        if (name.contains("date")) {
            report.add("date", name, found.published().isPresent() ? 1 : 0, "");
        }
    }
}

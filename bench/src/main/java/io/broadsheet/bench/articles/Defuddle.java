package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** kepano/defuddle: its own expected Markdown, each page aimed at one difficulty. */
final class Defuddle implements Collection {

    private static final Pattern FRONT = Pattern.compile("(?s)^```json\\n(.*?)\\n```\\n(.*)$");
    private static final Pattern URL = Pattern.compile("\"url\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern LINK =
            Pattern.compile("\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\]\\([^)]*\\)");

    private static final Pattern MARKS =
            Pattern.compile(
                    "!\\[[^\\]\\n]{0,2000}\\]\\([^)\\n]{0,4000}\\)|\\[\\^[^\\]]{1,40}\\]:?|\\[!\\w+\\]|```\\w*");

    @Override
    public String name() {
        return "defuddle";
    }

    @Override
    public void score(Path directory, Extractor extractor, Report report) throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("fixtures"))) {
            List<Path> pages = all.sorted().toList();
            for (Path page : pages) {
                score(directory, page, extractor, report);
            }
        }
        report.peer("Defuddle: 1 by construction");
    }

    private static void score(Path directory, Path page, Extractor extractor, Report report)
            throws IOException {
        String name = page.getFileName().toString().replaceFirst("\\.html$", "");
        Matcher expected =
                FRONT.matcher(Files.readString(directory.resolve("expected/" + name + ".md")));
        if (!expected.matches()) {
            throw new IOException("no metadata in the expectation of " + name);
        }
        var found = extractor.of(name, address(page), page);
        var match =
                ShingleMatch.inAnyScript(
                        plain(expected.group(2)), plain(found.shownWithoutMarks()));
        report.add(
                "text F1",
                name,
                match.f1(),
                " precision %.3f recall %.3f".formatted(match.precision(), match.recall()));
        fields(Json.of(expected.group(1)), found, name, report);
    }

    private static Optional<String> address(Path page) throws IOException {
        String first = Files.readString(page).lines().findFirst().orElse("");
        Matcher url = URL.matcher(first);
        return url.find() ? Optional.of(url.group(1)) : Optional.of("https://example.com/article");
    }

    /** Markdown without images, marks of notes and boxes, and targets of links. */
    private static String plain(String markdown) {
        String text = MARKS.matcher(markdown).replaceAll(" ");
        for (int nesting = 0; nesting < 3; nesting++) {
            text = LINK.matcher(text).replaceAll("$1");
        }
        return text.replaceAll("<[^>]{1,2000}>", " ").replace("_", " ");
    }

    private static void fields(JsonNode known, Extraction found, String name, Report report) {
        Json.text(known, "title").ifPresent(title -> report.title(name, title, found.title()));
        Json.text(known, "author").ifPresent(names -> report.names(name, names, found.authors()));
        Json.text(known, "author")
                .ifPresent(author ->
                        report.same(
                                "author", name, Folded.text(author), Folded.text(found.author())));
        Json.text(known, "site")
                .ifPresent(site ->
                        report.same("site", name, Folded.text(site), Folded.text(found.site())));
        Json.text(known, "published")
                .flatMap(Folded::instant)
                .ifPresent(at ->
                        report.same(
                                "published",
                                name,
                                at.toString(),
                                found.published().map(Object::toString).orElse("")));
    }
}

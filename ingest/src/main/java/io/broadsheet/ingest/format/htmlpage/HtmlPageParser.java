package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.format.InlineImages;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a page as browsers do. */
final class HtmlPageParser {

    /** Under which the targets of {@code <link rel=image_src>} stand among the meta elements. */
    static final String IMAGE_LINK = "link:image_src";

    private static final int META_MAX = 300;
    private static final List<String> NAME_ATTRIBUTES = List.of("property", "name", "itemprop");

    private HtmlPageParser() {}

    static HtmlPageShape parse(String html) {
        Document page = InlineImages.parse(html);
        return new HtmlPageShape(
                text(page.title()),
                canonical(page),
                Optional.ofNullable(page.selectFirst("html")).flatMap(e -> text(e.attr("lang"))),
                meta(page),
                times(page),
                InlineImages.of(page));
    }

    private static Optional<String> canonical(Document page) {
        return links(page, "canonical").findFirst();
    }

    private static Stream<String> links(Document page, String rel) {
        return page.select("link[rel][href]").stream()
                .filter(link ->
                        List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1))
                                .contains(rel))
                .flatMap(link -> text(link.attr("href")).stream());
    }

    private static Map<String, List<String>> meta(Document page) {
        Map<String, List<String>> meta = new LinkedHashMap<>();
        for (Element element : page.select("meta[content]")) {
            for (String attribute : NAME_ATTRIBUTES) {
                String name = element.attr(attribute).strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && meta.size() < META_MAX) {
                    meta.computeIfAbsent(name, _ -> new ArrayList<>())
                            .add(element.attr("content").strip());
                }
            }
        }
        List<String> imageLinks = links(page, "image_src").toList();
        if (!imageLinks.isEmpty()) {
            meta.put(IMAGE_LINK, imageLinks);
        }
        return meta;
    }

    private static List<String> times(Document page) {
        return page.select("time[datetime][itemprop=datePublished], time[datetime][pubdate]")
                .eachAttr("datetime");
    }

    private static Optional<String> text(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }
}

package io.broadsheet.enrich.xss;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What docs/enrichment.md promises of our HTML, written down a second time. */
final class AllowList {

    private static final Set<String> ELEMENTS =
            Set.of(
                    ("a abbr audio b blockquote br caption cite code col colgroup dd del details div"
                                    + " dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins li"
                                    + " mark ol p pre q rp rt ruby s small source span strike strong"
                                    + " sub summary sup table tbody td tfoot th thead time tr u ul"
                                    + " video wbr")
                            .split(" "));
    private static final Set<String> EVERYWHERE = Set.of("dir", "lang");
    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.ofEntries(
                    Map.entry("a", Set.of("href", "title")),
                    Map.entry("audio", Set.of("src", "controls")),
                    Map.entry("blockquote", Set.of("cite")),
                    Map.entry("col", Set.of("span", "width")),
                    Map.entry("colgroup", Set.of("span", "width")),
                    Map.entry(
                            "img",
                            Set.of(
                                    "src",
                                    "alt",
                                    "title",
                                    "width",
                                    "height",
                                    "align",
                                    "referrerpolicy")),
                    Map.entry("ol", Set.of("start", "type")),
                    Map.entry("q", Set.of("cite")),
                    Map.entry("source", Set.of("src", "type")),
                    Map.entry("table", Set.of("summary", "width")),
                    Map.entry("td", Set.of("abbr", "axis", "colspan", "rowspan", "width")),
                    Map.entry("th", Set.of("abbr", "axis", "colspan", "rowspan", "scope", "width")),
                    Map.entry("time", Set.of("datetime")),
                    Map.entry("ul", Set.of("type")),
                    Map.entry("video", Set.of("src", "controls", "poster", "width", "height")));
    private static final Set<String> ADDRESSES = Set.of("href", "src", "poster", "cite");

    private AllowList() {}

    /** What is in the HTML and may not be; empty if all is well. */
    static List<String> offences(String html) {
        List<String> offences = new ArrayList<>();
        Document document = Jsoup.parse(html, "", Parser.htmlParser());
        if (!document.head().childNodes().isEmpty()) {
            offences.add("something in the head: " + document.head().html());
        }
        document.body().childNodes().forEach(child -> collect(child, offences));
        return offences;
    }

    private static void collect(Node node, List<String> offences) {
        node.nodeStream()
                .forEach(inner -> {
                    switch (inner) {
                        case Comment _, DataNode _ -> offences.add(inner.outerHtml());
                        case TextNode _ -> {}
                        case Element element -> collect(element, offences);
                        default -> offences.add(inner.nodeName());
                    }
                });
    }

    private static void collect(Element element, List<String> offences) {
        String name = element.normalName();
        if (!ELEMENTS.contains(name) || !element.tag().namespace().equals(Parser.NamespaceHtml)) {
            offences.add("<" + element.tagName() + ">");
        }
        for (Attribute attribute : element.attributes()) {
            if (!isAllowed(name, attribute)) {
                offences.add("<" + name + " " + attribute.html() + ">");
            }
        }
    }

    private static boolean isAllowed(String element, Attribute attribute) {
        String name = attribute.getKey();
        return EVERYWHERE.contains(name)
                || (ATTRIBUTES.getOrDefault(element, Set.of()).contains(name)
                        && (!ADDRESSES.contains(name) || isAbsolute(attribute.getValue())));
    }

    private static boolean isAbsolute(String address) {
        return address.matches("https?://[^/?#\\s][^\\x00-\\x1f]*");
    }
}

package io.broadsheet.ingest.format.htmlpage;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * RDFa (W3C RDFa Lite 1.1) of the article that a page is: properties of schema.org, by {@code
 * vocab} or a prefix, and Open Graph and Dublin Core where they stand on other elements than {@code
 * meta}. As with microdata, things that are neither the article nor the page say nothing about it.
 */
final class Rdfa {

    private static final int PROPERTIES_MAX = 500;
    private static final int PREFIXES_MAX = 50;
    private static final int VALUES_MAX = 100;
    private static final int VALUE_CHARS_MAX = 8_192;
    private static final String SCHEMA = "schema.org";

    /** Prefixes that mean the same without being declared (RDFa core initial context). */
    private static final Set<String> KNOWN = Set.of("og", "article", "dc", "dcterms");

    private final Optional<Element> article;
    private final Map<String, String> prefixes = new HashMap<>(Map.of("schema", SCHEMA));
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    private Rdfa(Document page) {
        this.article =
                page.select("[typeof]").stream()
                        .filter(element -> isOfType(element, "article", "blogposting"))
                        .findFirst();
        page.select("[prefix]").stream().limit(PREFIXES_MAX).forEach(this::prefixes);
    }

    /** Values by key, {@code rdfa:headline}, {@code og:title}, {@code dc.date}, in order. */
    static Map<String, List<String>> of(Document page) {
        var data = new Rdfa(page);
        page.select("[property]").stream()
                .filter(element -> !element.normalName().equals("meta") || isInBody(element))
                .limit(PROPERTIES_MAX)
                .forEach(data::take);
        return data.found;
    }

    /** Those in the head are read as what they are, whatever the page says of RDFa. */
    private static boolean isInBody(Element meta) {
        return meta.closest("body") != null;
    }

    /** {@code "s: http://schema.org/ foo: http://foo.example/"}. */
    private void prefixes(Element element) {
        String[] parts = element.attr("prefix").strip().split("\\s+", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            if (parts[i].endsWith(":")) {
                String prefix = parts[i].substring(0, parts[i].length() - 1);
                prefixes.putIfAbsent(prefix.toLowerCase(Locale.ROOT), parts[i + 1]);
            }
        }
    }

    private static boolean isOfType(Element element, String... types) {
        String written = element.attr("typeof").toLowerCase(Locale.ROOT);
        for (String type : types) {
            if (written.contains(type)) {
                return true;
            }
        }
        return false;
    }

    private void take(Element element) {
        if (!isOfArticle(element)) {
            return;
        }
        for (String written : element.attr("property").strip().split("\\s+", -1)) {
            key(element, written.toLowerCase(Locale.ROOT)).ifPresent(key -> add(key, element));
        }
    }

    private boolean isOfArticle(Element property) {
        Optional<Element> thing =
                property.parents().stream().filter(p -> p.hasAttr("typeof")).findFirst();
        return thing.isEmpty() || isOfType(thing.get(), "page") || article.equals(thing);
    }

    private Optional<String> key(Element element, String property) {
        int colon = property.indexOf(':');
        String prefix = colon < 0 ? "" : property.substring(0, colon);
        String name = property.substring(colon + 1);
        if (colon > 0 && KNOWN.contains(prefix)) {
            boolean dublin = prefix.startsWith("dc");
            boolean read = element.normalName().equals("meta");
            return read ? Optional.empty() : Optional.of(prefix + (dublin ? "." : ":") + name);
        }
        boolean schema =
                colon < 0
                        ? vocabulary(element).contains(SCHEMA)
                        : prefixes.getOrDefault(prefix, "").contains(SCHEMA)
                                || property.contains(SCHEMA + "/");
        String local = name.substring(name.lastIndexOf('/') + 1);
        return Optional.of("rdfa:" + local).filter(_ -> schema && Microdata.WANTED.contains(local));
    }

    private static String vocabulary(Element element) {
        Element declared = element.closest("[vocab]");
        return declared == null ? "" : declared.attr("vocab").toLowerCase(Locale.ROOT);
    }

    private void add(String key, Element element) {
        String value = value(element);
        List<String> values = found.computeIfAbsent(key, _ -> new ArrayList<>());
        boolean fits = !value.isEmpty() && value.length() <= VALUE_CHARS_MAX;
        if (fits && values.size() < VALUES_MAX && !values.contains(value)) {
            values.add(value);
        }
    }

    /** A thing inside is told by its name, or by its address. */
    private static String value(Element element) {
        if (!element.hasAttr("typeof")) {
            return Microdata.plainValue(element);
        }
        return Optional.ofNullable(element.selectFirst("[property~=(?i)(^|\\s|:)name\\b]"))
                .map(Microdata::plainValue)
                .filter(name -> !name.isEmpty())
                .orElse(element.attr("resource").strip());
    }
}

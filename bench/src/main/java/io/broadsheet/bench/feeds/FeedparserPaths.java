package io.broadsheet.bench.feeds;

import static io.broadsheet.bench.feeds.Compared.string;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which of feedparser's names is which of our fields. */
final class FeedparserPaths {

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("feed.title", "title"),
                    Map.entry("feed.title_detail.value", "title"),
                    Map.entry("feed.link", "link"),
                    Map.entry("encoding", "charset"),
                    Map.entry("entries.*.title", "title"),
                    Map.entry("entries.*.title_detail.value", "title"),
                    Map.entry("entries.*.link", "link"),
                    Map.entry("entries.*.id", "id"),
                    Map.entry("entries.*.guid", "id"),
                    Map.entry("entries.*.description", "text"),
                    Map.entry("entries.*.summary", "text"),
                    Map.entry("entries.*.summary_detail.value", "text"),
                    Map.entry("entries.*.content.*.value", "body"),
                    Map.entry("entries.*.content.*.type", "type"),
                    Map.entry("entries.*.content.*.language", "language"),
                    Map.entry("entries.*.summary_detail.language", "language"),
                    Map.entry("entries.*.title_detail.language", "language"),
                    Map.entry("entries.*.author", "author"),
                    Map.entry("entries.*.author_detail.name", "authors/name"),
                    Map.entry("entries.*.author_detail.email", "authors/email"),
                    Map.entry("entries.*.author_detail.url", "authors/url"),
                    Map.entry("entries.*.authors.*.name", "authors/name"),
                    Map.entry("entries.*.authors.*.email", "authors/email"),
                    Map.entry("entries.*.authors.*.url", "authors/url"),
                    Map.entry("entries.*.tags.*.term", "categories/term"),
                    Map.entry("entries.*.tags.*.scheme", "categories/scheme"),
                    Map.entry("entries.*.tags.*.label", "categories/label"),
                    Map.entry("entries.*.category", "categories/term"),
                    Map.entry("entries.*.rights", "rights"),
                    Map.entry("entries.*.copyright", "rights"),
                    Map.entry("entries.*.published", "published"),
                    Map.entry("entries.*.updated", "date"),
                    Map.entry("entries.*.created", "date"),
                    Map.entry("entries.*.published_parsed", "published_parsed"),
                    Map.entry("entries.*.updated_parsed", "updated_parsed"),
                    Map.entry("entries.*.created_parsed", "published_parsed"),
                    Map.entry("entries.*.issued_parsed", "published_parsed"),
                    Map.entry("entries.*.modified_parsed", "updated_parsed"),
                    Map.entry("entries.*.comments", "extensions/rss:comments"),
                    Map.entry("entries.*.source.title", "extensions/source"),
                    Map.entry("entries.*.source.href", "extensions/rss:source@url"),
                    Map.entry("entries.*.enclosures.*.href", "enclosure/url"),
                    Map.entry("entries.*.enclosures.*.url", "enclosure/url"),
                    Map.entry("entries.*.enclosures.*.length", "enclosure/length"),
                    Map.entry("entries.*.enclosures.*.type", "enclosure/type"));

    private FeedparserPaths() {}

    static Optional<String> field(String path) {
        return Optional.ofNullable(FIELDS.get(path));
    }

    /** The value of a field of ours; of a list, the one at that place. */
    static String find(JsonNode of, String field, int index) {
        return switch (field) {
            case "text" -> first(of, "summary", "content");
            case "body" -> first(of, "content", "summary");
            case "date" -> first(of, "updated", "published");
            case "author" -> author(of.path("authors").path(0));
            case "extensions/source" ->
                    first(of.path("extensions"), "atom:source/atom:title", "rss:source");
            default -> nested(of, field, index);
        };
    }

    private static String nested(JsonNode of, String field, int index) {
        int slash = field.indexOf('/');
        if (slash < 0) {
            return string(of.path(field));
        }
        String list = field.substring(0, slash);
        String name = field.substring(slash + 1);
        if (list.equals("enclosure")) {
            return enclosure(of, name);
        }
        return list.equals("extensions")
                ? string(of.path(list).path(name))
                : string(of.path(list).path(index).path(name));
    }

    private static String enclosure(JsonNode of, String name) {
        JsonNode extensions = of.path("extensions");
        String href = name.equals("url") ? "href" : name;
        String file = first(extensions, "rss:enclosure@" + name, "atom:link@" + href);
        return file.isEmpty() ? string(of.path("images").path(0).path(name)) : file;
    }

    private static String author(JsonNode author) {
        String name = string(author.path("name"));
        String email = string(author.path("email"));
        return name.isEmpty() ? email : email.isEmpty() ? name : name + " (" + email + ")";
    }

    static String date(JsonNode of, String field) {
        return field.startsWith("updated")
                ? first(of, "updated", "published")
                : first(of, "published", "updated");
    }

    private static String first(JsonNode of, String... names) {
        for (String name : names) {
            String value = string(of.path(name));
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }

    /** ASCII decodes as either superset of it. */
    static Compared charset(String expected, String found) {
        String wanted = expected.toLowerCase(Locale.ROOT).replace("utf8", "utf-8");
        String got = found.toLowerCase(Locale.ROOT);
        boolean same = CharsetNames.isSuperset(got, wanted);
        return new Compared(same, expected, found);
    }
}

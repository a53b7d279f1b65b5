package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.web.url.WebUrl;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads lists of feeds (OPML 1.0 and 2.0, and what readers export under that name): nested folders,
 * attributes in any case, bare ampersands, wrong encodings, what was cut off. Entities are inert
 * and nothing outside is ever asked for.
 */
public final class Opml {

    private static final int FEEDS_MAX = 100_000;

    /** Deeper folders are one. */
    private static final int LABELS_MAX = 8;

    private static final int LABEL_CHARS_MAX = 200;

    /**
     * What a list holds.
     *
     * @param feeds in the order of the list, each URL once
     * @param problems what was passed over and why, in words for an operator
     */
    public record Contents(List<ListedFeed> feeds, List<String> problems) {

        public Contents {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
        }
    }

    private final List<ListedFeed> feeds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> urls = new HashSet<>();

    private Opml() {}

    /** The feeds in the bytes of a list. Never throws. */
    public static Contents read(byte[] bytes) {
        var list = new Opml();
        switch (TextDecoder.decode(bytes)) {
            case Decoding.Undecodable(var rejection) -> {
                // URLs are ASCII, so only names suffer.
                list.problems.add(rejection.message() + "; some names may be damaged");
                list.read(new String(bytes, StandardCharsets.UTF_8));
            }
            case Decoding.Decoded decoded -> list.read(decoded.text());
        }
        return new Contents(list.feeds, list.problems);
    }

    private void read(String text) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        if (document.getElementsByTag("opml").isEmpty()
                && document.getElementsByTag("outline").isEmpty()) {
            problems.add("no OPML: it has neither <opml> nor <outline>");
            return;
        }
        Deque<Folder> open = new ArrayDeque<>();
        open.push(new Folder(document, List.of()));
        while (!open.isEmpty() && feeds.size() < FEEDS_MAX) {
            Folder folder = open.pop();
            Deque<Folder> below = new ArrayDeque<>();
            for (Element child : folder.element().children()) {
                below.push(new Folder(child, labels(child, folder.labels())));
            }
            below.forEach(open::push);
            take(folder.element(), folder.labels());
        }
    }

    /** An element and the folders it is in. */
    private record Folder(Element element, List<String> labels) {}

    /** An outline without a feed is a folder. */
    private static List<String> labels(Element child, List<String> outer) {
        if (url(child).isPresent() || outer.size() >= LABELS_MAX || !isOutline(child)) {
            return outer;
        }
        List<String> labels = new ArrayList<>(outer);
        title(child).ifPresent(labels::add);
        return labels;
    }

    private void take(Element element, List<String> labels) {
        Optional<String> written = url(element);
        if (written.isEmpty()) {
            return;
        }
        Optional<String> url = WebUrl.parse(written.get()).map(WebUrl::withoutFragment);
        if (url.isEmpty()) {
            problems.add(written.get() + ": no http or https URL");
        } else if (urls.add(url.get())) {
            feeds.add(new ListedFeed(url.get(), title(element), labels));
        } else {
            problems.add(url.get() + ": more than once");
        }
    }

    private static boolean isOutline(Element element) {
        return element.tagName().toLowerCase(Locale.ROOT).equals("outline");
    }

    private static Optional<String> url(Element element) {
        return isOutline(element)
                ? attribute(element, "xmlurl").or(() -> linkOfFeed(element))
                : Optional.empty();
    }

    /** Some write {@code type="rss" url="..."}. */
    private static Optional<String> linkOfFeed(Element element) {
        return attribute(element, "type")
                .filter(type -> !type.equalsIgnoreCase("link"))
                .filter(type -> !type.equalsIgnoreCase("include"))
                .flatMap(_ -> attribute(element, "url"));
    }

    private static Optional<String> title(Element element) {
        return attribute(element, "title")
                .or(() -> attribute(element, "text"))
                .map(title -> title.substring(0, Math.min(title.length(), LABEL_CHARS_MAX)));
    }

    private static Optional<String> attribute(Element element, String lowerCaseName) {
        for (Attribute attribute : element.attributes()) {
            if (attribute.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName)
                    && !attribute.getValue().isBlank()) {
                return Optional.of(attribute.getValue().strip());
            }
        }
        return Optional.empty();
    }
}

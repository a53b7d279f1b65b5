package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.web.url.WebUrl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.stream.XMLStreamException;

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
    private static final int PROBLEMS_MAX = 1_000;

    /**
     * What a list holds.
     *
     * @param feeds in the order of the list, each URL once
     * @param passedOver outlines that name a feed and are not among {@code feeds}
     * @param problems what was passed over and why, and what is wrong with the list itself, in
     *     words for an operator
     */
    public record Contents(List<ListedFeed> feeds, int passedOver, List<String> problems) {

        public Contents {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
        }
    }

    private final List<String> problems = new ArrayList<>();

    private Opml() {}

    /** The feeds in the bytes of a list. Never throws. */
    public static Contents read(byte[] bytes) {
        var list = new Opml();
        return switch (TextDecoder.decode(bytes)) {
            case Decoding.Undecodable(var rejection) -> {
                // URLs are ASCII, so only names suffer.
                list.problems.add(rejection.message() + "; some names may be damaged");
                yield list.read(new String(bytes, StandardCharsets.UTF_8));
            }
            case Decoding.Decoded decoded -> list.read(decoded.text());
        };
    }

    private Contents read(String text) {
        var feeds = new Collector();
        boolean list;
        try {
            list = Outlines.strictly(text, feeds);
        } catch (XMLStreamException e) {
            problems.add("not well-formed, read as far as it goes: " + Outlines.problem(text, e));
            feeds = new Collector();
            list = Outlines.leniently(text, feeds);
        }
        if (!list) {
            return new Contents(
                    List.of(), 0, List.of("no OPML: it has neither <opml> nor <outline>"));
        }
        problems.addAll(feeds.problems);
        return new Contents(feeds.feeds, feeds.passedOver, problems);
    }

    private static Optional<IdentityBasis> identity(String name) {
        return Stream.of(IdentityBasis.values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /** The feeds and their folders, outline by outline. */
    private static final class Collector implements Outlines.Listener {

        private final List<ListedFeed> feeds = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private int passedOver;
        private final Set<String> urls = new HashSet<>();
        private final Deque<List<String>> folders = new ArrayDeque<>(List.of(List.of()));

        @Override
        public void begin(Map<String, String> outline) {
            List<String> labels = folders.element();
            Optional<String> url = url(outline);
            url.ifPresent(written -> take(written, outline, labels));
            folders.push(url.isPresent() ? labels : inside(labels, title(outline)));
        }

        @Override
        public void end() {
            folders.pop();
        }

        /** An outline without a feed is a folder. */
        private static List<String> inside(List<String> outer, Optional<String> title) {
            if (title.isEmpty() || outer.size() >= LABELS_MAX) {
                return outer;
            }
            List<String> labels = new ArrayList<>(outer);
            labels.add(title.get());
            return labels;
        }

        private void take(String written, Map<String, String> outline, List<String> labels) {
            Optional<String> url = WebUrl.parse(written).map(WebUrl::withoutFragment);
            if (url.isEmpty()) {
                passOver(written + ": no http or https URL");
            } else if (feeds.size() >= FEEDS_MAX) {
                passOver("over %d feeds: the rest is left out".formatted(FEEDS_MAX));
            } else if (urls.add(url.get())) {
                feeds.add(
                        new ListedFeed(
                                url.get(), titleOf(outline, written), labels, ours(outline)));
            } else {
                passOver(url.get() + ": more than once");
            }
        }

        private void passOver(String what) {
            passedOver++;
            if (problems.size() < PROBLEMS_MAX && !problems.contains(what)) {
                problems.add(what);
            }
        }

        private static Optional<String> url(Map<String, String> outline) {
            return attribute(outline, "xmlurl").or(() -> linkOfFeed(outline));
        }

        /** Some write {@code type="rss" url="..."}. */
        private static Optional<String> linkOfFeed(Map<String, String> outline) {
            return attribute(outline, "type")
                    .filter(type -> !type.equalsIgnoreCase("link"))
                    .filter(type -> !type.equalsIgnoreCase("include"))
                    .flatMap(_ -> attribute(outline, "url"));
        }

        /** A feed without a title has its URL for text: OPML 2.0 wants one of each outline. */
        private static Optional<String> titleOf(Map<String, String> outline, String url) {
            return title(outline).filter(title -> !title.equals(url));
        }

        /** Local names: those who edit a list may lose our namespace and mean the same. */
        private static ListedFeed.Ours ours(Map<String, String> outline) {
            return new ListedFeed.Ours(
                    attribute(outline, "sourceid").flatMap(SourceId::of),
                    attribute(outline, "paused").filter("true"::equals).isPresent(),
                    attribute(outline, "identity")
                            .flatMap(Opml::identity)
                            .orElse(IdentityBasis.UNKNOWN));
        }

        private static Optional<String> title(Map<String, String> outline) {
            return attribute(outline, "title")
                    .or(() -> attribute(outline, "text"))
                    .map(title -> title.substring(0, Math.min(title.length(), LABEL_CHARS_MAX)));
        }

        private static Optional<String> attribute(Map<String, String> outline, String name) {
            return Optional.ofNullable(outline.get(name))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty());
        }
    }
}

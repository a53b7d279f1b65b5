package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks around the title and the ends of an article for who wrote it and when. */
final class Surroundings {

    private static final int BEFORE_LINES = 10;
    private static final int AFTER_LINES = 14;
    private static final int BELOW_LINES = 8;
    private static final int TEXT_CHARS_MAX = 120;
    private static final int NODES_MAX = 24;
    private static final int BOXES_MAX = 3_000;
    private static final int MARKED = 3;
    private static final int FOUND_MAX = 12;

    private static final Set<String> AUTHORS =
            Set.of(
                    "author",
                    "authors",
                    "byline",
                    "bylines",
                    "autor",
                    "autoren",
                    "autorin",
                    "autores",
                    "auteur",
                    "writer",
                    "verfasser",
                    "redakteur",
                    "contributor",
                    "contributors",
                    "vcard",
                    "creator");
    private static final Set<String> NO_AUTHORS =
            Set.of(
                    "bio",
                    "description",
                    "image",
                    "avatar",
                    "photo",
                    "share",
                    "social",
                    "follow",
                    "date",
                    "time",
                    "comment",
                    "comments",
                    "title",
                    "job",
                    "role",
                    "email",
                    "posts",
                    "more");
    private static final Set<String> DATES =
            Set.of(
                    "date",
                    "datum",
                    "published",
                    "pubdate",
                    "time",
                    "timestamp",
                    "posted",
                    "dateline",
                    "fecha",
                    "publish",
                    "publication",
                    "datetime",
                    "created",
                    "meta",
                    "submitted",
                    "byline",
                    "info");
    private static final Set<String> OTHERS =
            Set.of(
                    "related",
                    "recommended",
                    "teaser",
                    "teasers",
                    "sidebar",
                    "popular",
                    "trending",
                    "comment",
                    "comments",
                    "commentlist",
                    "mostread",
                    "footer",
                    "nav",
                    "menu",
                    "newsletter",
                    "latest",
                    "widget",
                    "carousel");

    private final Survey.Surveyed page;
    private final Box main;
    private final int title;
    private final List<Ranked> authors = new ArrayList<>();
    private final List<Ranked> dates = new ArrayList<>();

    private record Ranked(int rank, int distance, String text) {}

    private Surroundings(Survey.Surveyed page, Box main, int title) {
        this.page = page;
        this.main = main;
        this.title = title;
    }

    static PageFacts of(Survey.Surveyed page, Box main, Titles titles, String documentTitle) {
        Optional<Integer> titleLine = titleLine(page, main, titles);
        var around = new Surroundings(page, main, titleLine.orElse(main.firstLine));
        around.boxes();
        around.lines();
        return new PageFacts(
                titleLine.map(at -> page.lines().get(at).text()),
                best(around.joined()),
                best(around.dates),
                documentTitle);
    }

    private static List<String> best(List<Ranked> found) {
        Collection<String> texts = new LinkedHashSet<>();
        found.stream()
                .sorted(
                        Comparator.comparing(Ranked::rank)
                                .reversed()
                                .thenComparing(Ranked::distance))
                .limit(FOUND_MAX)
                .forEach(ranked -> texts.add(ranked.text()));
        return List.copyOf(texts);
    }

    /** Several that are marked as authors side by side are one byline. */
    private List<Ranked> joined() {
        List<Ranked> marked =
                authors.stream()
                        .filter(one -> one.rank() == MARKED)
                        .sorted(Comparator.comparing(Ranked::distance))
                        .toList();
        Collection<String> names = new LinkedHashSet<>();
        marked.stream()
                .filter(one -> one.distance() <= marked.getFirst().distance() + 3)
                .limit(FOUND_MAX)
                .forEach(one -> names.add(one.text()));
        List<Ranked> all = new ArrayList<>(authors);
        if (names.size() > 1) {
            all.add(new Ranked(MARKED + 1, 0, String.join(", ", names)));
        }
        return all;
    }

    /**
     * The line that is the title: a heading that the document names, else the nearest first-class
     * heading.
     */
    private static Optional<Integer> titleLine(Survey.Surveyed page, Box main, Titles titles) {
        int end = Math.min(page.lines().size(), Math.max(main.firstLine + AFTER_LINES, 0));
        Optional<Integer> heading = Optional.empty();
        for (int i = Math.min(end, page.lines().size()) - 1; i >= 0; i--) {
            Line line = page.lines().get(i);
            if (line.isHeading() && titles.are(line)) {
                return Optional.of(i);
            }
            boolean first = line.box().element.nameIs("h1") && i > main.firstLine - 40;
            heading = heading.isEmpty() && first ? Optional.of(i) : heading;
        }
        return heading;
    }

    private boolean isNear(int line) {
        return (line >= title - BEFORE_LINES
                        && line <= Math.max(title, main.firstLine) + AFTER_LINES)
                || (line >= main.endLine() - BELOW_LINES && line <= main.endLine() + BELOW_LINES);
    }

    private int distance(int line) {
        return Math.abs(line - title);
    }

    private void boxes() {
        Deque<Box> open = new ArrayDeque<>();
        open.push(page.body());
        int seen = 0;
        while (!open.isEmpty() && seen < BOXES_MAX) {
            Box box = open.pop();
            if (box != page.body() && !mayHold(box)) {
                continue;
            }
            seen++;
            look(box);
            for (int i = box.children.size() - 1; i >= 0; i--) {
                open.push(box.children.get(i));
            }
        }
    }

    private boolean mayHold(Box box) {
        boolean near =
                box.endLine() >= title - BEFORE_LINES
                        && box.firstLine <= main.endLine() + BELOW_LINES;
        return near
                && !(box.names.hasAny(OTHERS)
                        && box != main
                        && !(box.firstLine <= main.firstLine && box.endLine() >= main.endLine()));
    }

    private void look(Box box) {
        if (!isNear(box.firstLine)) {
            return;
        }
        Element element = box.element;
        if (element.nameIs("time")) {
            add(
                    dates,
                    3,
                    box,
                    element.hasAttr("datetime") ? element.attr("datetime") : element.text());
        } else if (box.names.hasAny(DATES) && isSmall(box)) {
            DateInText.in(text(element)).ifPresent(date -> add(dates, 2, box, date));
        }
        boolean rel =
                element.attr("rel").contains("author") || element.attr("itemprop").equals("author");
        boolean named = box.names.hasAny(AUTHORS) && !box.names.hasAny(NO_AUTHORS);
        if ((rel || named) && isSmall(box)) {
            String text = text(element);
            if (text.length() > 1 && text.length() <= TEXT_CHARS_MAX) {
                add(authors, rel ? 3 : 2, box, text);
            }
        }
    }

    private static boolean isSmall(Box box) {
        return box.lines() <= 4
                && box.holds.chars() <= TEXT_CHARS_MAX
                && box.holds.boxes() <= NODES_MAX;
    }

    private static String text(Element element) {
        return element.text().strip();
    }

    private void add(List<Ranked> to, int rank, Box box, String text) {
        if (!text.isBlank()) {
            to.add(new Ranked(rank, distance(box.firstLine), text.strip()));
        }
    }

    private void lines() {
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            if (isNear(i)
                    && line.text().length() <= TEXT_CHARS_MAX
                    && line.prose() == 0
                    && !isOther(line.box())) {
                line(i, line);
            }
        }
    }

    private void line(int at, Line line) {
        if (ShownByline.begins(line.text())) {
            authors.add(new Ranked(1, distance(at), line.text()));
        }
        DateInText.in(line.text()).ifPresent(date -> dates.add(new Ranked(1, distance(at), date)));
    }

    private static boolean isOther(Box box) {
        for (Box at = box; at != null; at = at.parent) {
            if (at.names.hasAny(OTHERS)) {
                return true;
            }
        }
        return false;
    }
}

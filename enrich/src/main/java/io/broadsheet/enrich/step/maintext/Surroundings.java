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
import java.util.function.Predicate;

/** Looks around the title and the ends of an article for who wrote it and when. */
final class Surroundings {

    private static final int TITLE_LINES_MAX = 40;
    private static final int AFTER_LINES = 14;
    private static final int SUBTITLE_LINES_MAX = 2;
    private static final int TEXT_CHARS_MAX = 120;
    private static final int SMALL_LINES_MAX = 4;
    private static final int SMALL_BOXES_MAX = 24;
    private static final int BOXES_MAX = 3_000;
    private static final int FOUND_MAX = 12;
    private static final int JOINED_DISTANCE_MAX = 3;

    private static final Set<String> AUTHORS =
            WordList.setOf(
                    """
                    author authors byline bylines autor autoren autorin autores auteur writer
                    verfasser redakteur contributor contributors vcard creator firma signature
                    """);

    private static final Set<String> ACCOUNTS = WordList.setOf("username");

    private static final Set<String> NO_AUTHORS =
            WordList.setOf(
                    """
                    bio description image avatar photo share social follow date time comment
                    comments title job role email posts more
                    """);

    private static final Set<String> DATES =
            WordList.setOf(
                    """
                    date datum published pubdate time timestamp posted dateline fecha publish
                    publication datetime created meta submitted byline info
                    """);

    private final Survey.Surveyed page;
    private final Area area;
    private final List<Found> authors = new ArrayList<>();
    private final List<Found> dates = new ArrayList<>();

    /** How sure it is that a text is what is looked for. */
    private enum Sign {
        BEGINS_SO,
        CALLED_SO,
        MARKED,
        JOINED
    }

    private record Found(Sign sign, int distance, String text) {}

    private Surroundings(Survey.Surveyed page, Area area) {
        this.page = page;
        this.area = area;
    }

    static PageFacts of(Survey.Surveyed page, Box main, Titles titles, String documentTitle) {
        Optional<Integer> title = titleLine(page, main, titles);
        var around =
                new Surroundings(
                        page, new Area(main, title.orElse(main.firstLine), text(page, main)));
        around.lookAtBoxes();
        around.lookAtLines();
        AuthorLink.declared(page.body().element)
                .ifPresent(name -> around.authors.add(new Found(Sign.MARKED, 0, name)));
        around.join();
        return new PageFacts(
                title.map(at -> page.lines().get(at).text()),
                best(around.authors),
                best(around.dates),
                documentTitle);
    }

    /** Where two sentences follow each other, which captions and teasers do not. */
    private static int text(Survey.Surveyed page, Box main) {
        for (int i = main.firstLine; i < main.endLine() - 1; i++) {
            if (page.lines().get(i).prose() > 0 && page.lines().get(i + 1).prose() > 0) {
                return i;
            }
        }
        return main.firstLine;
    }

    private static List<String> best(List<Found> found) {
        Collection<String> texts = new LinkedHashSet<>();
        found.stream()
                .sorted(
                        Comparator.comparing(Found::sign)
                                .reversed()
                                .thenComparingInt(Found::distance))
                .limit(FOUND_MAX)
                .forEach(one -> texts.add(one.text()));
        return List.copyOf(texts);
    }

    /**
     * The heading that the document is named after, of title and subtitle the title; else the
     * nearest of the first class.
     */
    private static Optional<Integer> titleLine(Survey.Surveyed page, Box main, Titles titles) {
        int last = Math.min(page.lines().size(), main.firstLine + AFTER_LINES) - 1;
        Predicate<Line> isNamed = line -> line.isHeading() && titles.are(line);
        int before = last(page, last, isNamed);
        int named = before < 0 ? last(page, main.endLine() - 1, isNamed) : before;
        if (named < 0) {
            int nearest = last(page, last, Surroundings::isFirstClass);
            return Optional.of(nearest)
                    .filter(at -> at >= 0 && at > main.firstLine - TITLE_LINES_MAX);
        }
        int over = last(page, named, line -> isFirstClass(line) && titles.are(line));
        return Optional.of(over >= Math.max(0, named - SUBTITLE_LINES_MAX) ? over : named);
    }

    private static boolean isFirstClass(Line line) {
        return line.box().nameIs("h1");
    }

    /** The last line of those up to a number that is wanted; -1 if none is. */
    private static int last(Survey.Surveyed page, int from, Predicate<Line> wanted) {
        int at = from;
        while (at >= 0 && !wanted.test(page.lines().get(at))) {
            at--;
        }
        return at;
    }

    private void lookAtBoxes() {
        Deque<Box> open = new ArrayDeque<>();
        open.push(page.body());
        for (int seen = 0; !open.isEmpty() && seen < BOXES_MAX; seen++) {
            Box box = open.pop();
            if (area.has(box.firstLine)) {
                lookForDate(box);
            }
            if (area.mayName(box.firstLine)) {
                lookForAuthor(box);
            }
            box.children.reversed().stream().filter(area::mayBeIn).forEach(open::push);
        }
    }

    private void lookForDate(Box box) {
        Element element = box.element;
        if (box.nameIs("time") || MarkedTime.isAbbreviation(element)) {
            String date = MarkedTime.of(element);
            add(dates, Sign.MARKED, box, date.isBlank() && isSmall(box) ? element.text() : date);
        } else if (box.names.hasAny(DATES) && isSmall(box)) {
            DateInText.in(element.text()).ifPresent(date -> add(dates, Sign.CALLED_SO, box, date));
        }
    }

    private void lookForAuthor(Box box) {
        boolean marked =
                box.element.attr("rel").contains("author")
                        || box.element.attr("itemprop").equals("author");
        boolean called =
                !box.names.hasAny(NO_AUTHORS) && (box.names.hasAny(AUTHORS) || isAccount(box));
        if ((marked || called) && isSmall(box)) {
            add(authors, marked ? Sign.MARKED : Sign.CALLED_SO, box, box.element.text());
            AuthorLink.nameIn(box.element)
                    .ifPresent(name -> add(authors, Sign.CALLED_SO, box, name));
        } else if (AuthorLink.is(box.element)) {
            add(authors, Sign.CALLED_SO, box, box.element.text());
        }
    }

    /** A form asks for the name of an account too; that of an author leads somewhere. */
    private static boolean isAccount(Box box) {
        return box.names.hasAny(ACCOUNTS)
                && isSmall(box)
                && box.element.selectFirst("a[href]") != null;
    }

    private static boolean isSmall(Box box) {
        return box.lines() <= SMALL_LINES_MAX
                && box.holds.chars() <= TEXT_CHARS_MAX
                && box.holds.boxes() <= SMALL_BOXES_MAX;
    }

    private void add(List<Found> to, Sign sign, Box box, String text) {
        String bare = text.strip();
        if (bare.length() > 1 && bare.length() <= TEXT_CHARS_MAX) {
            to.add(new Found(sign, area.distance(box.firstLine), bare));
        }
    }

    private void lookAtLines() {
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            boolean brief = line.text().length() <= TEXT_CHARS_MAX;
            boolean near = area.has(i);
            boolean wanted =
                    near
                            ? saysNothing(line)
                            : line.prose() == 0 && PublishedWords.begin(line.text());
            if (brief && wanted && !area.isOfOthers(line.box())) {
                lookAt(i, near);
            }
        }
    }

    private void lookAt(int at, boolean near) {
        Line line = page.lines().get(at);
        if (near) {
            lookAt(line, area.distance(at));
            lookUnderLabel(at);
        } else {
            lookForDate(line, area.distance(at), Sign.BEGINS_SO);
        }
    }

    /** A byline with a date and a time may have as many marks as a sentence. */
    private static boolean saysNothing(Line line) {
        return line.prose() == 0 || (!line.isSentence() && ShownByline.begins(line.text()));
    }

    private void lookAt(Line line, int distance) {
        if (distance > 0 && ShownByline.begins(line.text())) {
            authors.add(new Found(Sign.BEGINS_SO, distance, line.text()));
        }
        SignedLine.author(line.text())
                .ifPresent(name -> authors.add(new Found(Sign.BEGINS_SO, distance, name)));
        lookForDate(line, distance, dateSign(line));
    }

    private void lookForDate(Line line, int distance, Sign sign) {
        DateInText.in(line.text()).ifPresent(date -> dates.add(new Found(sign, distance, date)));
    }

    private void lookUnderLabel(int at) {
        if (at > 0 && isLabel(page.lines().get(at - 1))) {
            String text = page.lines().get(at).text();
            if (SignedLine.mayBeName(text)) {
                authors.add(new Found(Sign.CALLED_SO, area.distance(at), text));
            }
        }
    }

    /** At the head of a row in a table it is said of what the article is about. */
    private static boolean isLabel(Line line) {
        return !line.box().nameIs("th") && SignedLine.isLabel(line.text());
    }

    private static Sign dateSign(Line line) {
        return PublishedWords.begin(line.text()) ? Sign.MARKED : Sign.BEGINS_SO;
    }

    /** Several that are marked as authors side by side are one byline. */
    private void join() {
        List<Found> marked =
                authors.stream()
                        .filter(one -> one.sign() == Sign.MARKED)
                        .sorted(Comparator.comparingInt(Found::distance))
                        .limit(FOUND_MAX)
                        .toList();
        Collection<String> names = new LinkedHashSet<>();
        for (Found one : marked) {
            if (one.distance() <= marked.getFirst().distance() + JOINED_DISTANCE_MAX) {
                names.add(one.text());
            }
        }
        if (names.size() > 1) {
            authors.add(new Found(Sign.JOINED, 0, String.join(", ", names)));
        }
    }
}

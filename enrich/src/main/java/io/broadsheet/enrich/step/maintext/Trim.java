package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes from an article what is in it and no part of it. */
final class Trim {

    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "div", "section", "p", "span");

    private final Survey.Surveyed page;
    private final Box main;
    private final Titles titles;
    private final Evidence evidence;
    private final boolean[] gone;
    private final List<Element> out = new ArrayList<>();
    private final List<Line> dropped = new ArrayList<>();
    private final List<Box> captions = new ArrayList<>();

    private Trim(Survey.Surveyed page, Box main, Titles titles, Evidence evidence) {
        this.evidence = evidence;
        this.page = page;
        this.main = main;
        this.titles = titles;
        this.gone = new boolean[page.lines().size()];
    }

    static void trim(Survey.Surveyed page, Box main, Titles titles, Evidence evidence) {
        var trim = new Trim(page, main, titles, evidence);
        trim.chrome(main);
        trim.declared();
        trim.head();
        trim.tail();
        trim.lines();
        trim.end();
        trim.emptyHeadings();
        trim.captions.forEach(Pictures::caption);
        trim.dropped.forEach(Line::remove);
        trim.out.forEach(Element::remove);
    }

    private void chrome(Box around) {
        for (Box child : around.children) {
            if (child.kind == Box.Kind.CAPTION) {
                captions.add(child);
                goneFrom(child.firstLine, child.endLine);
            } else if (goes(child)) {
                remove(child);
            } else {
                chrome(child);
                if (child.element.nameIs("figure")) {
                    figure(child);
                }
            }
        }
    }

    /** What is written in a picture's frame and marked as nothing is no text of the article. */
    private void figure(Box figure) {
        boolean picture = figure.chars <= 600 && figure.sentences < 0.3 * main.sentences && figure.element.selectFirst("img") != null && figure.element.selectFirst("table,pre,blockquote,ul,ol") == null;
        for (int i = figure.firstLine; i < figure.endLine && picture; i++) {
            Box box = line(i).box();
            if (!gone[i] && box != figure && box.lines() == 1 && box.element.selectFirst("img") == null) {
                captions.add(box);
                gone[i] = true;
            }
        }
    }

    private boolean goes(Box box) {
        for (int i = box.firstLine; i < box.endLine && evidence.counts(); i++) {
            if (evidence.knows(i)) {
                return false;
            }
        }
        if (box.kind == Box.Kind.CHROME) {
            return box.all < 0.4 * main.prose && (box.lines() > 0 || !isInSentence(box) || Chrome.isInline(box.names));
        }
        return LISTS.contains(box.element.normalName())
                && box.linkDensity() > 0.6
                && !(box.element.nameIs("p") && box.lines() == 1 && line(box.firstLine).count().marks() > 1 && box.chars > 80)
                && box.sentences == 0
                && !isShortList(box)
                && !box.verbatim && !box.table
                && box.chars > 0;
    }

    /** Names with links, in the midst of an article: headlines of others are longer. */
    private boolean isShortList(Box box) {
        boolean list = box.element.nameIs("ul") || box.element.nameIs("ol");
        return list && box.lines() > 0 && box.chars / box.lines() <= 30 && proseAfter(box.endLine);
    }

    private boolean proseAfter(int from) {
        for (int i = from; i < main.endLine; i++) {
            if (line(i).prose() > 0) {
                return true;
            }
        }
        return false;
    }

    /** A part of a line that says more. */
    private boolean isInSentence(Box box) {
        return box.firstLine < page.lines().size() && line(box.firstLine).prose() > 0;
    }

    private void remove(Box box) {
        out.add(box.element);
        goneFrom(box.firstLine, box.endLine);
    }

    private void goneFrom(int from, int to) {
        for (int i = from; i < to; i++) {
            gone[i] = true;
        }
    }

    private Line line(int at) {
        return page.lines().get(at);
    }

    /** A line goes with its box, if that holds nothing else. */
    private void drop(int at) {
        Box box = line(at).box();
        if (gone[at] || evidence.knows(at)) {
            return;
        }
        if (box != main && box.lines() == 1 && box.element.selectFirst("img") == null) {
            remove(box);
        } else {
            gone[at] = true;
            dropped.add(line(at));
        }
    }

    /** What the declared article does not have before its first line and after its last. */
    private void declared() {
        int first = -1;
        int last = -1;
        for (int i = main.firstLine; i < main.endLine && evidence.counts(); i++) {
            if (evidence.knows(i)) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            return;
        }
        double after = 0;
        for (int i = last + 1; i < main.endLine; i++) {
            after += gone[i] ? 0 : line(i).prose();
        }
        if (after < AFTER_MAX * main.sentences) {
            for (int i = last + 1; i < main.endLine; i++) {
                drop(i);
            }
        }
        for (int i = main.firstLine; i < first; i++) {
            if (line(i).prose() == 0) {
                drop(i);
            }
        }
        double between = 0;
        for (int i = first; i < last; i++) {
            between += isStranger(i) ? line(i).prose() : 0;
        }
        if (evidence.coverage() > 0.9 && between < 0.2 * main.sentences) {
            for (int i = first; i < last; i++) {
                if (isStranger(i)) {
                    drop(i);
                }
            }
        }
    }

    private static final double AFTER_MAX = 0.25;

    /** Sentences in the midst of an article that it does not have where it is declared. */
    private boolean isStranger(int at) {
        return !gone[at] && !evidence.knows(at) && line(at).prose() > 0 && !CELLS.contains(line(at).box().element.normalName()) && !line(at).isHeading() && line(at).letters() >= 2 * Windows.CHARS && !isQuoted(line(at).box());
    }

    private static boolean isCell(Box box) {
        Box at = box;
        for (int level = 0; at != null && level < 4; level++) {
            if (CELLS.contains(at.element.normalName())) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    private static boolean isQuoted(Box box) {
        return box.element.nameIs("blockquote") || box.element.nameIs("pre") || (box.parent != null && (box.parent.element.nameIs("blockquote") || box.parent.element.nameIs("td")));
    }

    /** The title, what stands before it, and what stands between it and the first sentence. */
    private void head() {
        int first = main.firstLine;
        double before = 0;
        for (int i = main.firstLine; i < main.endLine && before <= 0.05 * main.prose; i++) {
            if (!gone[i] && titles.are(line(i))) {
                first = i + 1;
            }
            before += gone[i] ? 0 : line(i).prose();
        }
        for (int i = main.firstLine; i < first; i++) {
            if (line(i).prose() == 0 || titles.are(line(i))) {
                drop(i);
            }
        }
        for (int i = first; i < main.endLine && line(i).prose() == 0; i++) {
            if (isAbout(line(i))) {
                drop(i);
            }
        }
    }

    /** A date, a name, a place in the site. */
    private static boolean isAbout(Line line) {
        if (line.isHeading() || line.box().element.nameIs("li") || isSentence(line)) {
            return false;
        }
        return line.isLink() || (line.text().length() <= 80 && (ABOUT.matcher(line.text()).find() || WORDS.stream().noneMatch(x -> false) && words(line) <= 3 || isNamedAbout(line.box())));
    }

    private static int words(Line line) {
        return line.text().split(" ", -1).length;
    }

    private static boolean isNamedAbout(Box box) {
        Box at = box;
        for (int i = 0; i < 3 && at != null; i++) {
            if (at.names.hasAny(WORDS)) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    private static final Set<String> WORDS = Set.of("author", "authors", "date", "time", "meta", "category", "categories", "kicker", "eyebrow", "location", "published", "posted", "updated", "section", "label", "tag", "topic", "dachzeile", "ressort", "avatar", "autor", "datum", "readtime", "info", "source", "overline", "rubrik", "spitzmarke", "kategorie", "pubdate");
    private static final java.util.regex.Pattern ABOUT = java.util.regex.Pattern.compile("^(by|von|par|por|di|door|av|text|autor|author|foto|published|posted|updated|stand|from)\\b[: ]|(19|20)\\d\\d|\\d{1,2}[.:/]\\d\\d", java.util.regex.Pattern.CASE_INSENSITIVE);

    private static boolean isSentence(Line line) {
        String text = line.text();
        char last = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        return ".!?:。！？：…\"”".indexOf(last) >= 0 && (line.chars() > 25 || words(line) > 2);
    }

    private void tail() {
        double prose = 0;
        for (int i = main.firstLine; i < main.endLine; i++) {
            if (!gone[i] && prose > 0.6 * main.sentences && isEnd(line(i))) {
                for (int j = i; j < main.endLine; j++) {
                    drop(j);
                }
                return;
            }
            prose += gone[i] ? 0 : line(i).prose();
        }
    }

    private static boolean isEnd(Line line) {
        return line.prose() == 0 && !isCell(line.box()) && Phrases.end(line);
    }

    private static final Set<String> CELLS = Set.of("td", "th", "li", "dd", "dt");

    private void lines() {
        for (int i = main.firstLine; i < main.endLine; i++) {
            if (!gone[i] && (Phrases.say(line(i)) || isEnd(line(i)))) {
                drop(i);
            }
        }
    }

    /** Short things after the last sentence: names, links, subjects. */
    private void end() {
        for (int i = main.endLine - 1; i >= main.firstLine; i--) {
            if (gone[i]) {
                continue;
            }
            Line line = line(i);
            if (line.prose() > 0 || line.isHeading() || isCell(line.box()) || isQuoted(line.box()) || isSentence(line) || words(line) > 8) {
                return;
            }
            if (line.isLink()) {
                drop(i);
            }
        }
    }

    private static boolean endsSentence(Line line) {
        String text = line.text();
        return !text.isEmpty() && ".!?。！？…\"”".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** A heading with nothing under it. */
    private void emptyHeadings() {
        boolean content = false;
        for (int i = main.endLine - 1; i >= main.firstLine; i--) {
            if (gone[i]) {
                continue;
            }
            if (line(i).isHeading() && !content) {
                drop(i);
            } else {
                content = true;
            }
        }
    }
}

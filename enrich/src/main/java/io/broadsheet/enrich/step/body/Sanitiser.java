package io.broadsheet.enrich.step.body;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

import java.util.Optional;

/**
 * Makes HTML that is safe to show: an allow-list of elements and attributes, links of web schemes
 * only, absolute where a base is known, no style, no script, nothing hidden. What frames another
 * page becomes a link to it. The list decides by jsoup's {@link Safelist} and the result is written
 * by jsoup from a tree of its own, so that nothing passes by being overlooked. It is read as a
 * parser reads it back: to clean it again changes nothing.
 */
final class Sanitiser {

    private static final String[] WEB = {"http", "https"};

    /** Two are enough for all but what is made to need more. */
    private static final int READINGS_MAX = 4;

    private final Safelist allowed =
            Safelist.relaxed()
                    .addTags(
                            "figure",
                            "figcaption",
                            "hr",
                            "del",
                            "ins",
                            "mark",
                            "s",
                            "abbr",
                            "time",
                            "ruby",
                            "rt",
                            "rp",
                            "wbr",
                            "details",
                            "summary")
                    .addAttributes("img", "referrerpolicy")
                    .addAttributes("time", "datetime")
                    .addAttributes(":all", "lang", "dir")
                    .addTags("audio", "video", "source")
                    .addAttributes("audio", "src", "controls")
                    .addAttributes("video", "src", "controls", "poster", "width", "height")
                    .addAttributes("source", "src", "type")
                    .addProtocols("audio", "src", WEB)
                    .addProtocols("video", "src", WEB)
                    .addProtocols("video", "poster", WEB)
                    .addProtocols("source", "src", WEB)
                    .removeProtocols("a", "href", "ftp");

    /**
     * HTML that is safe.
     *
     * @param html the inside of a body, no white space around it; not to be used if refused
     * @param removed whether something active was taken out, rather than mere looks
     * @param refusal why there is none that could be shown; empty if there is
     */
    record Sanitised(String html, boolean removed, Optional<String> refusal) {}

    /**
     * What is inside the element, made safe.
     *
     * @param charsMax how long it may become
     */
    Sanitised clean(Element root, int charsMax) {
        Document shell = Document.createShell("");
        var copy = new SafeCopy(allowed, shell.body(), charsMax);
        root.childNodes().forEach(child -> child.filter(copy));
        String html = copy.isOutgrown() ? "" : inside(shell);
        if (copy.isOutgrown() || html.length() > charsMax) {
            return new Sanitised("", true, Optional.of("it would outgrow its source"));
        }
        return copy.isPlain()
                ? new Sanitised(html, copy.removedSomething(), Optional.empty())
                : settled(html, copy.removedSomething());
    }

    /**
     * The form in which a parser reads back what was written. Where elements were taken out, or the
     * parser had moved some, the tree can be one that no text stands for, such as a paragraph in a
     * paragraph: who shows it would have another one than was looked at, and one that cleans it
     * again, a third.
     */
    private static Sanitised settled(String written, boolean removed) {
        String html = written;
        for (int i = 0; i < READINGS_MAX; i++) {
            String read = inside(Jsoup.parseBodyFragment(html));
            if (read.equals(html)) {
                return new Sanitised(html, removed, Optional.empty());
            }
            html = read;
        }
        return new Sanitised("", removed, Optional.of("each parser reads it differently"));
    }

    private static String inside(Document document) {
        document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        return document.body().html().strip();
    }
}

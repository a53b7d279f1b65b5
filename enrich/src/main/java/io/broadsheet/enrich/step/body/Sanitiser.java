package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.safety.Safelist;

/**
 * Makes HTML that is safe to show: an allow-list of elements and attributes, links of web schemes
 * only, absolute where a base is known, no style, no script, nothing hidden. What frames another
 * page becomes a link to it. The list decides by jsoup's {@link Safelist} and the result is written
 * by jsoup from a tree of its own, so that nothing passes by being overlooked.
 */
final class Sanitiser {

    private static final String[] WEB = {"http", "https"};

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
     * @param html the inside of a body, no white space around it
     * @param removed whether something active was taken out, rather than mere looks
     */
    record Sanitised(String html, boolean removed) {}

    /** What is inside the element, made safe. */
    Sanitised clean(Element root) {
        Document shell = Document.createShell("");
        shell.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.xhtml);
        var copy = new SafeCopy(allowed, shell.body());
        root.childNodes().forEach(child -> child.filter(copy));
        return new Sanitised(shell.body().html().strip(), copy.removedSomething());
    }
}

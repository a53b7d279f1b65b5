package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Copies what a safelist allows into another tree. An element that is not allowed leaves its
 * content behind, but one that no reader sees goes with all of it.
 */
final class SafeCopy implements NodeFilter {

    /** What acts, rather than looks. */
    private static final Set<String> ACTIVE =
            Set.of(
                    "script",
                    "style",
                    "object",
                    "embed",
                    "applet",
                    "form",
                    "input",
                    "base",
                    "meta",
                    "link",
                    "svg",
                    "math",
                    "template",
                    "frame",
                    "frameset",
                    "iframe");

    /**
     * What links are made relative to where no page is known: what begins with // can only mean
     * https, and jsoup would throw and catch an exception for every link that has no page.
     */
    static final String NOWHERE = "https://unknown.invalid/";

    /** What a parser leaves where it stands if nothing but these is around it. */
    private static final Set<String> PLAIN =
            Set.of(
                    "a",
                    "abbr",
                    "b",
                    "blockquote",
                    "br",
                    "cite",
                    "code",
                    "del",
                    "div",
                    "em",
                    "figcaption",
                    "figure",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "i",
                    "img",
                    "ins",
                    "li",
                    "mark",
                    "ol",
                    "p",
                    "q",
                    "s",
                    "small",
                    "span",
                    "strike",
                    "strong",
                    "sub",
                    "sup",
                    "time",
                    "u",
                    "ul");

    /** Parsers look only so far up for what is open. */
    private static final int PLAIN_DEPTH_MAX = 100;

    private static final Set<String> LINKS = Set.of("href", "src", "poster", "cite");
    private static final Set<String> PLAYERS = Set.of("audio", "video");

    private static final String HTTPS = "https://";
    private static final Pattern LINE_BREAKS = Pattern.compile("^[\\r\\n]+");

    /** Which the URL standard takes out of any place in a URL. */
    private static final Pattern IGNORED = Pattern.compile("[\\t\\r\\n]");

    private final Safelist allowed;
    private final int addressCharsMax;
    private final Set<String> safePlaces = new HashSet<>();
    private Element target;
    private boolean removed;
    private boolean plain = true;
    private int addressChars;

    /**
     * A copy into the target.
     *
     * @param addressCharsMax how long all addresses together may become; the copy ends there
     */
    SafeCopy(Safelist allowed, Element target, int addressCharsMax) {
        this.allowed = allowed;
        this.target = target;
        this.addressCharsMax = addressCharsMax;
    }

    /** Whether the copy ended early: a short address can mean a very long one, many times over. */
    boolean isOutgrown() {
        return addressChars > addressCharsMax;
    }

    /**
     * Whether what is written of the copy is read back as it is: no table, from which parsers move
     * things, and nothing unwrapped that had kept elements apart.
     */
    boolean isPlain() {
        return plain;
    }

    /** Whether something active was left out. */
    boolean removedSomething() {
        return removed;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (isOutgrown()) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            target.appendChild(new TextNode(shown(text.getWholeText())));
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? enter(element, depth) : FilterResult.SKIP_ENTIRELY;
    }

    /** A parser drops the line break that begins a pre, once for each time that it reads it. */
    private String shown(String text) {
        boolean begins = target.nameIs("pre") && target.childNodeSize() == 0;
        return begins ? LINE_BREAKS.matcher(text).replaceFirst("") : text;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        Element parent = target.parent();
        if (node instanceof Element element && isKept(element) && parent != null) {
            target = parent;
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element, int depth) {
        removed |= ACTIVE.contains(element.normalName());
        if (element.nameIs("iframe")) {
            linkTo(element);
        }
        if ((Unseen.hides(element) && !isPlayer(element)) || isOtherSize(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        plain &= depth < PLAIN_DEPTH_MAX && keepsShape(element);
        if (isKept(element)) {
            Element copy = new Element(element.normalName());
            element.attributes().forEach(attribute -> copyAttribute(element, attribute, copy));
            if (showsNothing(copy)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            target.appendChild(copy);
            target = copy;
        }
        return FilterResult.CONTINUE;
    }

    /** A picture that a script was to fill, or whose address is none that may be fetched. */
    private static boolean showsNothing(Element copy) {
        return copy.nameIs("img") && !copy.hasAttr("src") && copy.attr("alt").isBlank();
    }

    private boolean keepsShape(Element element) {
        return isKept(element) ? PLAIN.contains(element.normalName()) : element.childrenSize() == 0;
    }

    private boolean isKept(Element element) {
        return allowed.isSafeTag(element.normalName());
    }

    /** The image itself has the best of them by now. */
    private static boolean isOtherSize(Element element) {
        Element parent = element.parent();
        return element.nameIs("source") && parent != null && parent.nameIs("picture");
    }

    private static boolean isPlayer(Element element) {
        return PLAYERS.contains(element.normalName()) && !element.hasAttr("hidden");
    }

    private void copyAttribute(Element from, Attribute attribute, Element to) {
        String name = attribute.getKey();
        boolean link = LINKS.contains(name);
        if (link && ForeignScheme.begins(attribute.getValue())) {
            removed |= acts(attribute);
            return;
        }
        if (link) {
            String url = absolute(from, attribute);
            if (url.startsWith(NOWHERE)) {
                return;
            }
            addressChars += url.length();
            attribute.setValue(url);
        }
        if (isSafe(from, attribute)) {
            to.attributes().put(name, attribute.getValue());
        } else {
            removed |= acts(attribute);
        }
    }

    /** The list parses each link; for one of the same scheme in the same place it says the same. */
    private boolean isSafe(Element from, Attribute attribute) {
        String tag = from.normalName();
        if (!LINKS.contains(attribute.getKey()) || !isWeb(attribute.getValue())) {
            return allowed.isSafeAttribute(tag, from, attribute);
        }
        String scheme = attribute.getValue().startsWith(HTTPS) ? "https" : "http";
        String place = tag + ' ' + attribute.getKey() + ' ' + scheme;
        boolean safe = safePlaces.contains(place) || allowed.isSafeAttribute(tag, from, attribute);
        if (safe) {
            safePlaces.add(place);
        }
        return safe;
    }

    private static String absolute(Element from, Attribute attribute) {
        String written = IGNORED.matcher(attribute.getValue().strip()).replaceAll("");
        if (isWeb(written)) {
            return written;
        }
        String absolute = from.absUrl(attribute.getKey());
        return absolute.isEmpty() ? written : absolute;
    }

    private static boolean isWeb(String url) {
        return url.startsWith(HTTPS) || url.startsWith("http://");
    }

    private static boolean acts(Attribute attribute) {
        String name = attribute.getKey().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "href", "src", "poster", "action", "formaction", "srcdoc", "background" ->
                    attribute.getValue().indexOf(':') >= 0;
            case "style" -> actsAsStyle(attribute.getValue().toLowerCase(Locale.ROOT));
            default -> name.startsWith("on");
        };
    }

    private static boolean actsAsStyle(String style) {
        return style.contains("url(")
                || style.contains("expression(")
                || style.contains("position");
    }

    /** Nothing of another page is shown within ours; that it was there is kept as a link. */
    private void linkTo(Element frame) {
        if (ForeignScheme.begins(frame.attr("src"))) {
            return;
        }
        String url = frame.absUrl("src");
        if (isWeb(url) && !url.startsWith(NOWHERE)) {
            addressChars += 2 * url.length();
            plain = false;
            target.appendElement("p").appendElement("a").attr("href", url).text(url);
        }
    }
}

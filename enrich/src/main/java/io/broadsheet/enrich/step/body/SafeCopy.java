package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeFilter;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> LINKS = Set.of("href", "src", "poster", "cite");
    private static final Set<String> PLAYERS = Set.of("audio", "video");

    private final Safelist allowed;
    private Element target;
    private boolean removed;

    SafeCopy(Safelist allowed, Element target) {
        this.allowed = allowed;
        this.target = target;
    }

    /** Whether something active was left out. */
    boolean removedSomething() {
        return removed;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            target.appendChild(new TextNode(text.getWholeText()));
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? enter(element) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        Element parent = target.parent();
        if (node instanceof Element element && isKept(element) && parent != null) {
            target = parent;
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult enter(Element element) {
        removed |= ACTIVE.contains(element.normalName());
        if (element.nameIs("iframe")) {
            linkTo(element);
        }
        if (Unseen.hides(element) && !isPlayer(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isKept(element)) {
            Element copy = new Element(element.normalName());
            element.attributes().forEach(attribute -> copyAttribute(element, attribute, copy));
            target.appendChild(copy);
            target = copy;
        }
        return FilterResult.CONTINUE;
    }

    private boolean isKept(Element element) {
        return allowed.isSafeTag(element.normalName());
    }

    private static boolean isPlayer(Element element) {
        return PLAYERS.contains(element.normalName()) && !element.hasAttr("hidden");
    }

    private void copyAttribute(Element from, Attribute attribute, Element to) {
        String name = attribute.getKey();
        if (LINKS.contains(name)) {
            Optional<String> absolute = absolute(from, name);
            if (absolute.isEmpty()) {
                removed |= acts(attribute);
                return;
            }
            attribute.setValue(absolute.get());
        }
        if (allowed.isSafeAttribute(from.normalName(), from, attribute)) {
            to.attr(name, attribute.getValue());
        } else {
            removed |= acts(attribute);
        }
    }

    /** The URL that an attribute means; empty if it is relative to a page that is not known. */
    private static Optional<String> absolute(Element from, String attribute) {
        String absolute = from.absUrl(attribute);
        String url = absolute.isEmpty() ? from.attr(attribute).strip() : absolute;
        return url.startsWith(NOWHERE) ? Optional.empty() : Optional.of(url);
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
        String url = absolute(frame, "src").orElse("");
        if (url.startsWith("https://") || url.startsWith("http://")) {
            target.appendElement("p").appendElement("a").attr("href", url).text(url);
        }
    }
}

package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text and what it is.
 *
 * @param value stripped
 * @param mediaType {@code text/plain}, {@code text/html} or what the source says
 */
public record TextValue(String value, String mediaType) {

    private static final String PLAIN = "text/plain";
    private static final String HTML = "text/html";

    /** A text in which nothing means markup. */
    public static TextValue plain(String value) {
        return new TextValue(value, PLAIN);
    }

    private static final String ATOM_03 = "http://purl.org/atom/ns";

    /** HTML as it is written, however somebody has forgotten to escape it. */
    public static TextValue html(XmlElement element) {
        return new TextValue(element.value(), HTML);
    }

    /** Markup that stands in place. */
    static TextValue markup(XmlElement element) {
        return new TextValue(element.markup(), HTML);
    }

    /** The same with its relative addresses made absolute. */
    TextValue resolved(String base) {
        return base.isBlank() || !hasMarkup()
                ? this
                : new TextValue(RelativeAddresses.resolved(value, base), mediaType);
    }

    /** In Atom they are relative to the document at the least (RFC 4287, section 2). */
    private static TextValue based(XmlElement element, String value, String type) {
        return new TextValue(
                element.base().isBlank()
                        ? value
                        : RelativeAddresses.resolved(value, element.base()),
                type);
    }

    /**
     * An Atom text or content construct (RFC 4287, sections 3.1 and 4.1.3; Atom 0.3 with its
     * modes).
     */
    public static TextValue of(XmlElement construct) {
        String type = construct.attribute("type").orElse("text").toLowerCase(Locale.ROOT);
        Optional<String> mode = construct.attribute("mode").map(m -> m.toLowerCase(Locale.ROOT));
        if (mode.filter("base64"::equals).isPresent() || isBinary(type, mode)) {
            return base64(construct, type);
        }
        return switch (type) {
            case "html", HTML -> escaped(construct);
            case "xhtml", "application/xhtml+xml" -> xhtml(construct);
            case "text", PLAIN ->
                    construct.hasElements() || mode.filter("escaped"::equals).isPresent()
                            ? escaped(construct)
                            : plain(construct.text());
            default -> based(construct, construct.value(), construct.hasElements() ? HTML : type);
        };
    }

    /** Neither text nor XML: Atom 1.0 has it in Base64. */
    private static boolean isBinary(String type, Optional<String> mode) {
        return mode.isEmpty()
                && type.contains("/")
                && !type.startsWith("text/")
                && !type.endsWith("xml");
    }

    /** Some generators put a real {@code div} around markup that they have escaped. */
    private static TextValue escaped(XmlElement construct) {
        String value =
                onlyDiv(construct)
                        .filter(div -> !div.hasElements())
                        .map(XmlElement::text)
                        .orElseGet(construct::value);
        return based(construct, value, HTML);
    }

    /** The one {@code div} of Atom 1.0 is no part of the content. */
    private static TextValue xhtml(XmlElement construct) {
        XmlElement content =
                construct.namespace().startsWith(ATOM_03)
                        ? construct
                        : onlyDiv(construct).orElse(construct);
        return based(content, content.markup(), HTML);
    }

    private static Optional<XmlElement> onlyDiv(XmlElement construct) {
        List<XmlElement> inside = construct.elements();
        return inside.size() == 1 && construct.text().isEmpty()
                ? Optional.of(inside.getFirst())
                        .filter(e -> e.name().equals("div"))
                        .filter(e -> e.vocabulary() != Vocabulary.OTHER)
                : Optional.empty();
    }

    private static TextValue base64(XmlElement construct, String type) {
        String text = construct.text();
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            String decoded =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return based(construct, decoded.strip(), type.equals("text") ? HTML : type);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // No Base64 of text: then it stays what is written.
            return new TextValue(construct.value(), PLAIN);
        }
    }

    /** Whether a reader would see markup in it. */
    boolean hasMarkup() {
        if (mediaType.equals(PLAIN)) {
            return false;
        }
        for (int at = value.indexOf('<'); at >= 0; at = value.indexOf('<', at + 1)) {
            char next = at + 1 < value.length() ? value.charAt(at + 1) : ' ';
            if (Character.isLetter(next) || next == '/' || next == '!') {
                return true;
            }
        }
        return false;
    }
}

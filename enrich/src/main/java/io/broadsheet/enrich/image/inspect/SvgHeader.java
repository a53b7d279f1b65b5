package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the root element of an SVG. Only its start tag is parsed, cut out of the text: document
 * types, entities and scripts are stepped over and never looked into.
 */
final class SvgHeader {

    /** A root element that begins later is not searched for. */
    private static final int PROLOGUE_CHARS_MAX = 64 * 1024;

    private static final double PIXELS_PER_INCH = 96;
    private static final int TAIL_CHARS = 256;

    private final String text;
    private final boolean whole;

    private SvgHeader(String text, boolean whole) {
        this.text = text;
        this.whole = whole;
    }

    /** The SVG in these bytes, or empty if their root element is not svg. */
    static Optional<Inspection> read(Octets octets) {
        Charset charset = charset(octets);
        String text =
                new String(octets.copy(0, octets.keptLength()), charset).replace("\uFEFF", "");
        return new SvgHeader(text, octets.whole()).judge();
    }

    private static Charset charset(Octets octets) {
        return switch (octets.u16be(0)) {
            case 0xFEFF, 0x003C -> StandardCharsets.UTF_16BE;
            case 0xFFFE, 0x3C00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.UTF_8;
        };
    }

    private Optional<Inspection> judge() {
        int root = rootStart();
        if (!isSvg(root)) {
            return Optional.empty();
        }
        int close = tagEnd(root);
        if (close < 0) {
            return Optional.of(new Truncated(Picture.of(ImageFormat.SVG), "no root element"));
        }
        Picture picture = Picture.of(ImageFormat.SVG);
        Optional<PixelSize> size = size(text.substring(root, close));
        picture = new Picture(ImageFormat.SVG, size, picture.frames(), picture.orientation());
        boolean empty = text.charAt(close - 1) == '/';
        return Optional.of(
                whole && !empty && !closed()
                        ? new Truncated(picture, "the root element is not closed")
                        : new Image(picture));
    }

    private boolean closed() {
        String tail = text.substring(Math.max(0, text.length() - TAIL_CHARS));
        return tail.contains("svg>") || tail.stripTrailing().endsWith("-->");
    }

    /** Steps over white space, declarations, comments and a document type; -1 if no tag follows. */
    private int rootStart() {
        int at = afterSpace(0);
        int limit = Math.min(text.length(), PROLOGUE_CHARS_MAX);
        while (at >= 0 && at < limit && text.charAt(at) == '<') {
            if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else if (text.startsWith("<?", at)) {
                at = after("?>", at);
            } else if (text.startsWith("<!", at)) {
                at = afterDocumentType(at);
            } else {
                return at;
            }
            at = at < 0 ? at : afterSpace(at);
        }
        return -1;
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private int after(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : found + end.length();
    }

    /** An internal subset stands in brackets and may hold tags of its own. */
    private int afterDocumentType(int from) {
        int bracket = text.indexOf('[', from);
        int close = text.indexOf('>', from);
        boolean subset = bracket >= 0 && bracket < close;
        int end = subset ? text.indexOf("]", bracket) : from;
        return end < 0 ? -1 : after(">", end);
    }

    private boolean isSvg(int root) {
        if (root < 0) {
            return false;
        }
        int end = root + 1;
        while (end < text.length() && isNameChar(text.charAt(end))) {
            end++;
        }
        String name = text.substring(root + 1, end);
        return name.equals("svg") || name.endsWith(":svg");
    }

    private static boolean isNameChar(char c) {
        return Character.isLetterOrDigit(c) || c == ':' || c == '_' || c == '-' || c == '.';
    }

    /** The place of the bracket that ends a tag, quotes obeyed; -1 if it does not end. */
    private int tagEnd(int from) {
        char quote = 0;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at;
            }
        }
        return -1;
    }

    private static Optional<PixelSize> size(String tag) {
        String closed = tag.endsWith("/") ? tag + ">" : tag + "/>";
        Element root = Parser.xmlParser().parseInput(closed, "").firstElementChild();
        if (root == null) {
            return Optional.empty();
        }
        double[] box = viewBox(root.attr("viewBox"));
        double width = length(root.attr("width"));
        double height = length(root.attr("height"));
        if (box[0] > 0 && box[1] > 0) {
            // A side that is missing or relative follows from the other by the box's shape.
            double scale = width > 0 ? width / box[0] : height > 0 ? height / box[1] : 1;
            width = width > 0 ? width : box[0] * scale;
            height = height > 0 ? height : box[1] * scale;
        }
        return pixels(width, height);
    }

    private static Optional<PixelSize> pixels(double width, double height) {
        boolean possible = width > 0 && height > 0;
        return possible && width < Integer.MAX_VALUE && height < Integer.MAX_VALUE
                ? Optional.of(
                        new PixelSize(
                                Math.max(1, (int) Math.round(width)),
                                Math.max(1, (int) Math.round(height))))
                : Optional.empty();
    }

    /** Width and height of a view box, zeros if it is none. */
    private static double[] viewBox(String value) {
        String[] parts = value.replace(',', ' ').strip().split("\\s+", 5);
        return parts.length == 4
                ? new double[] {number(parts[2]), number(parts[3])}
                : new double[] {0, 0};
    }

    /** A CSS length in pixels, 0 if it is relative or none. */
    private static double length(String value) {
        String text = value.strip().toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < text.length() && "0123456789.+-".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return number(text.substring(0, end)) * factor(text.substring(end).strip());
    }

    private static double factor(String unit) {
        return switch (unit) {
            case "", "px" -> 1;
            case "pt" -> PIXELS_PER_INCH / 72;
            case "pc" -> PIXELS_PER_INCH / 6;
            case "in" -> PIXELS_PER_INCH;
            case "cm" -> PIXELS_PER_INCH / 2.54;
            case "mm" -> PIXELS_PER_INCH / 25.4;
            default -> 0;
        };
    }

    private static double number(String digits) {
        try {
            return digits.length() > 32 ? 0 : Double.parseDouble(digits);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}

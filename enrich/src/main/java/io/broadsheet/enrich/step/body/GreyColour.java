package io.broadsheet.enrich.step.body;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Set;

/**
 * Whether an element sets its text in grey, and whether it sets a colour at all. Editors that know
 * no figures mark captions so.
 */
final class GreyColour {

    private static final int CHANNEL_MIN = 0x44;
    private static final int CHANNEL_MAX = 0xBB;
    private static final int TINT_MAX = 0x10;
    private static final Set<String> NAMES =
            Set.of("gray", "grey", "darkgray", "darkgrey", "dimgray", "dimgrey", "slategray");

    private GreyColour() {}

    /** The colour as it is declared on the element itself, lower case, empty if there is none. */
    static String declaredOn(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        for (int at = style.indexOf("color"); at >= 0; at = style.indexOf("color", at + 1)) {
            if (startsProperty(style, at)) {
                int colon = style.indexOf(':', at);
                return colon < 0 ? "" : value(style, colon + 1);
            }
        }
        return element.nameIs("font") ? element.attr("color").trim().toLowerCase(Locale.ROOT) : "";
    }

    /** Whether a CSS colour is a grey between dark and light. */
    static boolean isGrey(String colour) {
        if (colour.startsWith("#")) {
            return isGreyHex(colour.substring(1));
        }
        return colour.startsWith("rgb") ? isGreyRgb(colour) : NAMES.contains(colour);
    }

    private static boolean startsProperty(String style, int at) {
        return at == 0 || " ;\t\n\r".indexOf(style.charAt(at - 1)) >= 0;
    }

    private static String value(String style, int from) {
        int end = style.indexOf(';', from);
        return style.substring(from, end < 0 ? style.length() : end)
                .replace("!important", "")
                .trim();
    }

    private static boolean isGreyHex(String hex) {
        if (!hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return false;
        }
        return switch (hex.length()) {
            case 3 -> isGrey(0x11 * nibble(hex, 0), 0x11 * nibble(hex, 1), 0x11 * nibble(hex, 2));
            case 6, 8 -> isGrey(octet(hex, 0), octet(hex, 2), octet(hex, 4));
            default -> false;
        };
    }

    private static boolean isGreyRgb(String colour) {
        int open = colour.indexOf('(');
        int close = colour.indexOf(')');
        if (open < 0 || close < open) {
            return false;
        }
        String[] channels = colour.substring(open + 1, close).split("[, ]+", 5);
        return channels.length >= 3
                && isGrey(channel(channels[0]), channel(channels[1]), channel(channels[2]));
    }

    private static boolean isGrey(int red, int green, int blue) {
        int least = Math.min(red, Math.min(green, blue));
        int most = Math.max(red, Math.max(green, blue));
        return most - least <= TINT_MAX && least >= CHANNEL_MIN && most <= CHANNEL_MAX;
    }

    private static int nibble(String hex, int at) {
        return Character.digit(hex.charAt(at), 16);
    }

    private static int octet(String hex, int at) {
        return 16 * nibble(hex, at) + nibble(hex, at + 1);
    }

    private static int channel(String decimal) {
        boolean plain =
                decimal.length() <= 3 && decimal.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain && !decimal.isEmpty() ? Integer.parseInt(decimal) : -1;
    }
}

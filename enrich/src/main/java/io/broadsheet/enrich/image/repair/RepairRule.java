package io.broadsheet.enrich.image.repair;

import org.jsoup.parser.Parser;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which image URLs are known to break, in the order in which they are tried. */
enum RepairRule {
    /** {@code …566png}: the uploader glued name and extension. */
    MISSING_EXTENSION_DOT(
            "missing-extension-dot",
            replacing(
                    "^([^?#]*/[^/.?#]*[\\p{L}\\p{N}_-])(jpeg|jpg|png|gif|webp|avif|bmp|svg)"
                            + "(?=$|[?#])",
                    "$1.$2")),
    /** An ampersand written as an entity, where the text was escaped twice. */
    HTML_ENTITY("html-entity", RepairRule::unescaped),
    /** {@code http://https://…}, also with the inner colon or a slash lost. */
    DOUBLED_SCHEME("doubled-scheme", replacing("^.*[^a-zA-Z](https?):?/{1,2}(?=[^/])", "$1://")),
    /** A host that landed in the path, because its two slashes were taken for one. */
    PROTOCOL_RELATIVE(
            "protocol-relative",
            replacing("^https?:/{1,2}[^/?#]*/{2,}((?:[a-z0-9-]+\\.)+[a-z]{2,}/.+)$", "https://$1")),
    /** A quote, bracket or stop that belongs to the text around. */
    TRAILING_JUNK(
            "trailing-junk",
            replacing(
                    "(?:[\"'<>()\\[\\]{},;:!|`*\\\\”’）】。，]|%22|%27|%3[CcEe]|%5[BbCcDd]|%7[BbCcDd]"
                            + "|&quot;|&#39;)++[/.]?$",
                    "")),
    /** Space or a line break that came in with the text. */
    WHITESPACE("whitespace", replacing("[\\p{Z}\\s\\p{Cf}]++|%0[9AaDd]|(?:%20|\\+)++$", "")),
    /** {@code \/} of a script's text, or a path of Windows. */
    BACKSLASH("backslash", RepairRule::slashes),
    /** {@code -300x200} that a content system adds for a smaller copy, since deleted. */
    SIZE_SUFFIX(
            "size-suffix",
            replacing(
                    "[-_]\\d{2,4}x\\d{2,4}(?=\\.[A-Za-z]{3,5}(?:$|[?#]))"
                            + "|(?<=\\.(?:jpg|jpeg|png|webp))_\\d{2,4}x\\d{2,4}[^/?#]*",
                    ""));

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // stateless functions
    private final UnaryOperator<String> repair;

    RepairRule(String label, UnaryOperator<String> repair) {
        this.label = label;
        this.repair = repair;
    }

    /** As the contract names it. */
    String label() {
        return label;
    }

    /** The text as it may have been meant; the same if this is not how it is broken. */
    String applyTo(String written) {
        return repair.apply(written);
    }

    private static UnaryOperator<String> replacing(String regex, String replacement) {
        Pattern pattern = Pattern.compile(regex);
        return written -> {
            Matcher matcher = pattern.matcher(written);
            return matcher.find() ? matcher.replaceAll(replacement) : written;
        };
    }

    private static String unescaped(String written) {
        return written.indexOf('&') < 0 ? written : Parser.unescapeEntities(written, false);
    }

    private static String slashes(String written) {
        return written.replaceAll("\\\\++/?+|%5[Cc]", "/");
    }
}

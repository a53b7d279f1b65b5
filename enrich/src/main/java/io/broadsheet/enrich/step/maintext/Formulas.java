package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formulas that scripts or servers drew, and whose source in TeX the page still has: in annotations
 * of MathML, in scripts, in attributes, in the address of a picture. What is drawn is no text, or
 * letters in the order of drawing; the source is what the author wrote.
 */
final class Formulas {

    private static final String SOURCES =
            "annotation[encoding*=tex],math[alttext],script[type^=math/tex],"
                    + "[data-math],[data-latex],[data-tex],img[src]";
    private static final String[] ATTRIBUTES = {"data-math", "data-latex", "data-tex"};

    private static final int FORMULAS_MAX = 4_000;
    private static final int CHARS_MAX = 4_000;
    private static final int LEVELS_MAX = 8;
    private static final int CHILDREN_MAX = 8;
    private static final int DRAWN_MAX = 3;

    private static final WordFinder WRAPPERS =
            new WordFinder(WordList.listOf("katex mathjax mathelement mathinline mathblock"));
    private static final Set<String> SWITCHES = Set.of("true", "false");
    private static final Set<String> PICTURES = WordList.setOf("latex tex math equation");
    private static final Pattern COMMAND = Pattern.compile("\\\\[A-Za-z]{2,}");
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(?:[a-z]+=)?([^&]*)");

    private final Set<Element> done = Collections.newSetFromMap(new IdentityHashMap<>());

    private Formulas() {}

    /** Writes the source of each formula in its place, as TeX has it: between dollars. */
    static void write(Element body) {
        var formulas = new Formulas();
        body.select(SOURCES).stream().limit(FORMULAS_MAX).forEach(formulas::replace);
    }

    private void replace(Element source) {
        Optional<String> tex =
                sourceOf(source)
                        .map(String::strip)
                        .filter(text -> !text.isEmpty() && text.length() <= CHARS_MAX);
        Element whole = whole(source);
        if (tex.isPresent() && done.add(whole) && whole.parent() != null) {
            if (source.nameIs("script")) {
                removeDrawn(source);
            }
            String mark = isDisplay(source) || isDisplay(whole) ? "$$" : "$";
            Element shown = new Element(whole.isBlock() ? "p" : "span");
            whole.replaceWith(shown.text(mark + tex.get() + mark));
        }
    }

    private static Optional<String> sourceOf(Element source) {
        return switch (source.normalName()) {
            case "annotation" -> Optional.of(source.text());
            case "script" -> Optional.of(source.data());
            case "math" -> Optional.of(source.attr("alttext"));
            case "img" -> ofPicture(source);
            default -> ofAttribute(source);
        };
    }

    private static Optional<String> ofAttribute(Element source) {
        for (String name : ATTRIBUTES) {
            if (source.hasAttr(name) && !SWITCHES.contains(source.attr(name))) {
                return Optional.of(source.attr(name));
            }
        }
        return Optional.empty();
    }

    /** What is called a formula has its source as its alternative; else servers draw by address. */
    private static Optional<String> ofPicture(Element picture) {
        String alternative = picture.attr("alt");
        boolean called = NameWords.of(picture).hasAny(PICTURES) && !alternative.isBlank();
        return called ? Optional.of(alternative) : inAddress(picture.attr("src"));
    }

    private static Optional<String> inAddress(String address) {
        if (address.indexOf('\\') < 0 && !address.contains("%5C") && !address.contains("%5c")) {
            return Optional.empty();
        }
        int query = address.indexOf('?');
        String from = address.substring((query < 0 ? address.lastIndexOf('/') : query) + 1);
        for (Matcher m = PARAMETER.matcher(from); m.find(); ) {
            String decoded = decoded(m.group(1));
            if (COMMAND.matcher(decoded).find()) {
                return Optional.of(decoded);
            }
        }
        return Optional.empty();
    }

    /** As written, if it is not encoded as addresses are. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** All that was drawn of it: what is around it and is called so, up to other text. */
    private static Element whole(Element source) {
        Element whole = source;
        @Nullable Element at = source;
        for (int level = 0; at != null && isAlone(at) && level < LEVELS_MAX; level++) {
            if (at.nameIs("math") || NameWords.of(at).joinedHasAny(WRAPPERS)) {
                whole = at;
            }
            at = at.parent();
        }
        return whole;
    }

    private static boolean isAlone(Element element) {
        boolean small = element.childNodeSize() <= CHILDREN_MAX;
        boolean wraps = !element.isBlock() || element.nameIs("div") || element.nameIs("math");
        return small
                && wraps
                && !element.nameIs("a")
                && (element.nameIs("annotation") || element.ownText().isBlank());
    }

    private static boolean isDisplay(Element element) {
        return element.attr("display").equals("block")
                || element.attr("type").contains("mode=display")
                || NameWords.of(element).hasAny(Set.of("display", "block"));
    }

    /** A script stands after what it drew. */
    private static void removeDrawn(Element script) {
        for (int i = 0; i < DRAWN_MAX; i++) {
            Element before = script.previousElementSibling();
            if (before == null || !NameWords.of(before).joinedHasAny(WRAPPERS)) {
                return;
            }
            before.remove();
        }
    }
}

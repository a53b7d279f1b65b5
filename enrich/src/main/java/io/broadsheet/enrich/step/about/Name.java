package io.broadsheet.enrich.step.about;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A name as a byline gives it.
 *
 * @param text without the markup around it
 * @param uri of a link in it
 */
record Name(String text, Optional<String> uri) {

    private static final String BY = "by ";

    /** The name of an account behind the name of a person. */
    private static final Pattern HANDLE = Pattern.compile("(?<=\\p{L}{2,40}) +@\\w+$");

    private static final int PARTS_MAX = 20;
    private static final int NAME_WORDS_MAX = 4;
    private static final int HAN_NAME_CHARS_MAX = 4;

    /**
     * The names in a byline. It is split only where every part looks like a person's name: "A
     * Smith, B Jones and C Wu", "张三、李四". "Smith, Jones and Partners" stays whole.
     */
    static List<Name> allIn(String byline) {
        Name whole = one(byline);
        if (whole.uri().isPresent() || whole.text().isEmpty()) {
            return whole.text().isEmpty() ? List.of() : List.of(whole);
        }
        List<String> parts = parts(whole.text());
        boolean people = parts.size() > 1 && parts.size() <= PARTS_MAX;
        return people && parts.stream().allMatch(Name::looksPersonal)
                ? parts.stream().map(part -> new Name(part, Optional.empty())).toList()
                : List.of(whole);
    }

    /** The byline as one name: a Markdown link gives its text and its target, "By " goes. */
    static Name one(String byline) {
        String text = byline.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith(BY)) {
            text = text.substring(BY.length()).strip();
        }
        if (text.startsWith("Von ") && startsNames(text.substring(4))) {
            text = text.substring(4).strip();
        }
        text = HANDLE.matcher(text).replaceFirst("");
        int open = text.indexOf('[');
        int middle = text.indexOf("](", open + 1);
        int close = text.indexOf(')', middle + 1);
        if (open < 0 || middle < 0 || close < 0) {
            return new Name(text, Optional.empty());
        }
        String shown =
                text.substring(0, open)
                        + text.substring(open + 1, middle)
                        + text.substring(close + 1);
        return new Name(shown.strip(), Optional.of(text.substring(middle + 2, close).strip()));
    }

    /** "Von Anna Beispiel", but not "Von der Beispiel". */
    private static boolean startsNames(String rest) {
        String[] words = rest.strip().split("\\s+", -1);
        return words.length > 1 && Character.isUpperCase(words[0].codePointAt(0));
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        String separated = text.replace(" and ", ",").replace(" & ", ",");
        for (String part : separated.split("[,;、，；]", -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static boolean looksPersonal(String part) {
        if (part.codePoints().allMatch(Character::isIdeographic)) {
            return part.length() >= 2 && part.length() <= HAN_NAME_CHARS_MAX;
        }
        String[] words = part.split("\\s+", -1);
        if (words.length < 2 || words.length > NAME_WORDS_MAX) {
            return false;
        }
        return Character.isUpperCase(words[0].codePointAt(0))
                && Character.isUpperCase(words[words.length - 1].codePointAt(0))
                && part.chars().noneMatch(Character::isDigit);
    }
}

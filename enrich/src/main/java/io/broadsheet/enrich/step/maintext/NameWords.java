package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The words of which the class and the id of an element are made: {@code relatedPosts__item-2} is
 * made of "related", "posts", "item" and "2". What page authors call a part tells what it is, in
 * any spelling.
 *
 * @param words each once, in lower case
 * @param joined the names in lower case without what parts words, names parted by a blank
 */
record NameWords(Set<String> words, String joined) {

    /** Of what has no name. */
    static final NameWords NONE = new NameWords(Set.of(), "");

    private static final int NAME_CHARS_MAX = 200;

    /** What the element is called. */
    static NameWords of(Element element) {
        if (element.attributesSize() == 0) {
            return NONE;
        }
        String names = element.className() + ' ' + element.id();
        return names.isBlank() ? NONE : of(names);
    }

    private static NameWords of(String names) {
        String bounded = names.substring(0, Math.min(names.length(), NAME_CHARS_MAX));
        Set<String> words = new HashSet<>();
        var joined = new StringBuilder(bounded.length());
        int from = 0;
        for (int at = 0; at <= bounded.length(); at++) {
            boolean parts =
                    at == bounded.length() || !Character.isLetterOrDigit(bounded.charAt(at));
            if (parts || startsWord(bounded, at)) {
                add(bounded.substring(from, at), words, joined);
                from = parts ? at + 1 : at;
            }
            if (at < bounded.length() && bounded.charAt(at) <= ' ') {
                joined.append(' ');
            }
        }
        return new NameWords(words, joined.toString());
    }

    /** A capital after a small letter. */
    private static boolean startsWord(String text, int at) {
        return at > 0
                && Character.isUpperCase(text.charAt(at))
                && Character.isLowerCase(text.charAt(at - 1));
    }

    private static void add(String word, Set<String> words, StringBuilder joined) {
        if (!word.isEmpty()) {
            String lower = word.toLowerCase(Locale.ROOT);
            words.add(lower);
            joined.append(lower);
        }
    }

    /** Whether one of them is a word of the list. */
    boolean hasAny(Set<String> wanted) {
        for (String word : words) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the list occurs in them, however its words are parted. */
    boolean joinedHasAny(WordFinder wanted) {
        return wanted.findsIn(joined);
    }
}

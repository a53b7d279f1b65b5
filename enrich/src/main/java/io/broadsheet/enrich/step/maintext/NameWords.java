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

    private static final int NAME_CHARS_MAX = 300;
    private static final NameWords NONE = new NameWords(Set.of(), "");

    static NameWords of(Element element) {
        if (element.attributesSize() == 0) {
            return NONE;
        }
        String names = element.className() + ' ' + element.id();
        return names.length() == 1 ? NONE : of(names);
    }

    static NameWords of(String names) {
        String bounded = names.substring(0, Math.min(names.length(), NAME_CHARS_MAX));
        Set<String> words = new HashSet<>();
        var joined = new StringBuilder(bounded.length());
        int from = 0;
        for (int at = 0; at <= bounded.length(); at++) {
            if (at == bounded.length() || endsWord(bounded, at)) {
                add(bounded.substring(from, at), words, joined);
                from = at;
            }
            if (at < bounded.length() && !Character.isLetterOrDigit(bounded.charAt(at))) {
                from = at + 1;
                if (bounded.charAt(at) <= ' ') {
                    joined.append(' ');
                }
            }
        }
        return new NameWords(words, joined.toString().strip());
    }

    /** Before what is no letter, and before a capital after a small letter. */
    private static boolean endsWord(String text, int at) {
        char c = text.charAt(at);
        return !Character.isLetterOrDigit(c)
                || (at > 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(at - 1)));
    }

    private static void add(String word, Set<String> words, StringBuilder joined) {
        if (!word.isEmpty()) {
            String lower = word.toLowerCase(Locale.ROOT);
            words.add(lower);
            joined.append(lower);
        }
    }

    boolean hasAny(Set<String> wanted) {
        for (String word : words) {
            if (wanted.contains(word)) {
                return true;
            }
        }
        return false;
    }

    boolean joinedHasAny(Iterable<String> wanted) {
        for (String part : wanted) {
            if (joined.contains(part)) {
                return true;
            }
        }
        return false;
    }
}

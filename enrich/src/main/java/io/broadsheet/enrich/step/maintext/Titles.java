package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the page says its title is, to know it again among its text. */
final class Titles {

    private static final Pattern SITE = Pattern.compile("\\s+[|\\-–—»·•:]+\\s+|\\s*[|»]\\s*");
    private static final int FOLDED_CHARS_MIN = 12;
    private static final int TITLE_CHARS_MAX = 500;

    private final Set<String> folded = new HashSet<>();

    private Titles() {}

    static Titles of(Document document) {
        var titles = new Titles();
        titles.add(document.title());
        for (Element meta : document.select("meta[property=og:title],meta[name=twitter:title],meta[name=title]")) {
            titles.add(meta.attr("content"));
        }
        return titles;
    }

    private void add(String title) {
        String bounded = title.substring(0, Math.min(title.length(), TITLE_CHARS_MAX));
        folded.add(folded(bounded));
        for (String part : SITE.split(bounded, -1)) {
            if (part.length() >= FOLDED_CHARS_MIN) {
                folded.add(folded(part));
            }
        }
        folded.remove("");
    }

    boolean are(Line line) {
        String text = folded(line.text());
        if (folded.contains(text)) {
            return true;
        }
        return text.length() >= FOLDED_CHARS_MIN && folded.stream().anyMatch(title -> title.contains(text) && text.length() * 10 >= title.length() * 6);
    }

    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}

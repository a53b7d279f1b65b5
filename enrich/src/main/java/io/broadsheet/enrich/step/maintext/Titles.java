package io.broadsheet.enrich.step.maintext;

import io.broadsheet.web.markup.PageTitle;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the page says its title is, to know it again among its text. */
final class Titles {

    private static final String TITLES =
            "meta[property=og:title],meta[name=og:title],meta[name=twitter:title],meta[name=title]";
    private static final Pattern SITE = Pattern.compile("\\s+[|\\-–—»·•:]+\\s+|\\s*[|»]\\s*");
    private static final int PART_CHARS_MIN = 12;
    private static final int TITLE_CHARS_MAX = 500;
    private static final int TITLES_MAX = 16;
    private static final double SHARE_MIN = 0.6;

    private static final int HEADING_WORDS_MIN = 5;
    private static final double HEADING_SHARE_MIN = 0.8;

    private final Set<String> folded = new HashSet<>();

    /** The words of each. */
    private final List<Set<String>> spaced = new ArrayList<>();

    private int longest;
    private int shortest = TITLE_CHARS_MAX;

    private Titles() {}

    static Titles of(Document document) {
        var titles = new Titles();
        titles.add(PageTitle.of(document));
        for (Element meta : document.select(TITLES)) {
            titles.add(meta.attr("content"));
        }
        titles.folded.remove("");
        return titles;
    }

    private void add(String title) {
        String bounded = title.substring(0, Math.min(title.length(), TITLE_CHARS_MAX));
        note(bounded);
        for (String part : SITE.split(bounded, TITLES_MAX)) {
            if (part.length() >= PART_CHARS_MIN) {
                note(part);
            }
        }
    }

    private void note(String title) {
        if (folded.size() < TITLES_MAX) {
            String bare = Folded.of(title);
            folded.add(bare);
            spaced.add(
                    new HashSet<>(
                            List.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))));
            longest = Math.max(longest, bare.length());
            shortest = Math.min(shortest, Math.max(1, bare.length()));
        }
    }

    /** Whether the line is one of them, or the most of one. */
    boolean are(Line line) {
        if (line.letters() > longest || line.letters() < SHARE_MIN * shortest) {
            return false;
        }
        String text = Folded.of(line.text());
        if (folded.contains(text)) {
            return true;
        }
        return text.length() >= PART_CHARS_MIN
                && folded.stream().anyMatch(title -> isMostOf(title, text));
    }

    /** Whether it is a heading of the first class in whose words one of them says the same. */
    boolean headOf(Line line) {
        if (!line.box().nameIs("h1") || line.words() < HEADING_WORDS_MIN) {
            return false;
        }
        String[] parts = line.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1);
        List<String> words = Arrays.stream(parts).filter(word -> !word.isEmpty()).toList();
        return spaced.stream().anyMatch(title -> hasMost(title, words));
    }

    private static boolean hasMost(Set<String> title, List<String> words) {
        return words.stream().filter(title::contains).count() >= HEADING_SHARE_MIN * words.size();
    }

    private static boolean isMostOf(String title, String text) {
        return title.length() >= text.length()
                && text.length() >= SHARE_MIN * title.length()
                && title.contains(text);
    }
}

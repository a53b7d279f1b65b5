package io.broadsheet.enrich.step.maintext;

import io.broadsheet.web.markup.PageTitle;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.HashSet;
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

    private final Set<String> folded = new HashSet<>();

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

    private static boolean isMostOf(String title, String text) {
        return title.length() >= text.length()
                && text.length() >= SHARE_MIN * title.length()
                && title.contains(text);
    }
}

package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.v1.Source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headline of an article. What is declared is kept, but pages write the name of their site into
 * it, before or behind: that goes where the page's own heading or the name of the outlet shows what
 * it is. Titles of feeds are kept as they are.
 */
public final class Headline {

    private static final Pattern PARTING =
            Pattern.compile("\\s+[-–—|»«›‹·•:/~]+\\s+|\\s*[|»›•]\\s*");
    private static final Pattern HARD = Pattern.compile("\\s*[|»«›‹•]\\s*|\\s+[·~]\\s+");
    private static final Pattern DASH = Pattern.compile(" [-–—] ");
    private static final int DASH_CHARS = 3;
    private static final int NAME_CHARS_MIN = 3;
    private static final int SITE_WORDS_MAX = 4;
    private static final int TITLE_WORDS_MIN = 3;

    private final String declared;
    private final PageFacts page;
    private final String outlet;

    private Headline(String declared, PageFacts page, Source source) {
        this.declared = declared;
        this.page = page;
        this.outlet = folded(Optional.ofNullable(source.getName()).orElse(""));
    }

    /**
     * The headline, or empty if nothing says one.
     *
     * @param declared as the source gives it
     * @param page what the page shows; {@link PageFacts#NONE} if it is no page
     */
    public static Optional<String> of(Optional<String> declared, PageFacts page, Source source) {
        String title = declared.map(String::strip).orElse("");
        if (page.equals(PageFacts.NONE)) {
            return Optional.of(title).filter(text -> !text.isEmpty());
        }
        return Optional.of(new Headline(title, page, source).text())
                .filter(text -> !text.isEmpty());
    }

    private String text() {
        String heading = page.heading().orElse("");
        if (declared.isEmpty() || isWithin(heading)) {
            return heading.isEmpty() ? declared : heading;
        }
        String bare = withoutOutlet();
        if (!folded(declared).equals(folded(page.title()))) {
            return bare;
        }
        String best = bare.equals(declared) ? withoutSite() : bare;
        boolean heads =
                folded(heading).length() >= NAME_CHARS_MIN && !folded(heading).equals(outlet);
        return heads && (PARTING.matcher(declared).find() || saysLittle(best)) ? heading : best;
    }

    /** A document's title that names a part of the site rather than an article. */
    private static boolean saysLittle(String title) {
        boolean wide = title.codePoints().anyMatch(Character::isIdeographic);
        return !wide && (words(title) < TITLE_WORDS_MIN || HARD.matcher(title).find());
    }

    /** Whether the declared title is the heading and something parted from it. */
    private boolean isWithin(String heading) {
        String whole = folded(declared);
        String part = folded(heading);
        if (part.length() < NAME_CHARS_MIN || part.equals(whole) || part.equals(outlet)) {
            return false;
        }
        List<String> parts = List.of(PARTING.split(declared, -1));
        for (int cut = 1; cut < parts.size(); cut++) {
            String front = folded(String.join("", parts.subList(0, cut)));
            String back = folded(String.join("", parts.subList(cut, parts.size())));
            if (front.equals(part) || back.equals(part)) {
                return true;
            }
        }
        return false;
    }

    private String withoutOutlet() {
        Matcher parting = PARTING.matcher(declared);
        int last = -1;
        while (parting.find()) {
            if (last < 0
                    && isOutlet(declared.substring(0, parting.start()))
                    && parting.end() < declared.length()) {
                return declared.substring(parting.end());
            }
            last = parting.start();
            if (isOutlet(declared.substring(parting.end()))) {
                return declared.substring(0, last).strip();
            }
        }
        return declared;
    }

    private boolean isOutlet(String part) {
        String name = folded(part);
        return name.length() >= NAME_CHARS_MIN
                && outlet.length() >= NAME_CHARS_MIN
                && (name.equals(outlet)
                        || (name.length() <= 2 * outlet.length() && name.contains(outlet))
                        || (outlet.contains(name) && name.length() * 2 >= outlet.length()));
    }

    /**
     * Of parts with marks between them, the one that is a title; else without a short last part.
     */
    private String withoutSite() {
        if (HARD.matcher(declared).find()) {
            return Stream.of(HARD.split(declared, -1))
                    .filter(part -> words(part) >= TITLE_WORDS_MIN)
                    .reduce((one, other) -> words(other) > words(one) ? other : one)
                    .map(String::strip)
                    .orElse(declared);
        }
        int dash = -1;
        for (Matcher m = DASH.matcher(declared); m.find(); ) {
            dash = m.start();
        }
        String front = declared.substring(0, Math.max(0, dash)).strip();
        int site = dash < 0 ? 0 : words(declared.substring(dash + DASH_CHARS));
        boolean parted = words(front) >= TITLE_WORDS_MIN && site <= SITE_WORDS_MAX;
        return parted && site < words(front) ? front : declared;
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    private static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }
}

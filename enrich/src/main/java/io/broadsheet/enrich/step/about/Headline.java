package io.broadsheet.enrich.step.about;

import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.v1.Source;

import org.jsoup.parser.Parser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The headline of an article. What is declared is kept, but pages write the name of their site into
 * it, before or behind: that goes where the page's own heading or the name of the outlet shows what
 * it is. Where it says the same as the heading, it is written as the heading is; where more of the
 * page's titles agree with the heading than with it, it gives way. Titles of feeds are kept as they
 * are.
 */
public final class Headline {

    private static final Pattern PARTING =
            Pattern.compile("\\s+[-–—|»«›‹·•:/~]+\\s+|\\s*[|»›•]\\s*");
    private static final Pattern HARD = Pattern.compile("\\s*[|»«›‹•]\\s*|\\s+[·~]\\s+");
    private static final Pattern DASH = Pattern.compile(" [-–—] ");
    private static final Pattern ARCHIVE =
            Pattern.compile(
                    ".*\\s[»›|-]+\\s+(?:we)?blog archives?\\s+[»›|-]+\\s+(\\S.*)",
                    Pattern.CASE_INSENSITIVE);
    private static final int DASH_CHARS = 3;
    private static final int NAME_CHARS_MIN = 3;
    private static final int SITE_WORDS_MAX = 4;
    private static final int TITLE_WORDS_MIN = 3;
    private static final int VOTES_MIN = 2;

    private final String declared;
    private final PageFacts page;
    private final String outlet;
    private final TitleVotes votes;

    private Headline(String declared, PageFacts page, String outlet, TitleVotes votes) {
        this.declared = declared;
        this.page = page;
        this.outlet = outlet;
        this.votes = votes;
    }

    /**
     * The headline, or empty if nothing says one.
     *
     * @param declared as the source gives it
     * @param page what the page shows; {@link PageFacts#NONE} if it is no page
     */
    public static Optional<String> of(Optional<String> declared, PageFacts page, Source source) {
        return of(declared, page, source, Map.of());
    }

    /**
     * The same, of a page that declares more than one title.
     *
     * @param extensions of the article; titles among them are asked which of two is meant
     */
    public static Optional<String> of(
            Optional<String> declared,
            PageFacts page,
            Source source,
            Map<String, String> extensions) {
        String title = declared.map(String::strip).orElse("");
        if (page.equals(PageFacts.NONE)) {
            return Optional.of(title).filter(text -> !text.isEmpty());
        }
        String read = archived(Parser.unescapeEntities(title, false));
        String outlet = TitleText.folded(Optional.ofNullable(source.getName()).orElse(""));
        TitleVotes votes = TitleVotes.of(extensions, page.title());
        return Optional.of(new Headline(read, page, outlet, votes).text())
                .filter(text -> !text.isEmpty());
    }

    /** Of the title of a post as the first themes of WordPress had it, what the post is called. */
    private static String archived(String title) {
        Matcher archive = ARCHIVE.matcher(title);
        return archive.matches() ? archive.group(1) : title;
    }

    private String text() {
        String heading = page.heading().orElse("");
        if (declared.isEmpty() || isWithin(heading) || isSite(heading)) {
            return heading.isEmpty() ? declared : heading;
        }
        String bare = withoutOutlet();
        if (TitleText.isBetterWritten(heading, bare)) {
            return heading;
        }
        return folded(declared).equals(folded(page.title()))
                ? ofDocument(bare, heading)
                : ofArticle(bare, heading);
    }

    /** Where the title of the document is declared for the article too, or nothing else is. */
    private String ofDocument(String bare, String heading) {
        String best = bare.equals(declared) ? withoutSite() : bare;
        boolean parted = PARTING.matcher(declared).find();
        boolean only = words(best) == 1 && !TitleText.isWide(best);
        boolean more = only && words(heading) >= TITLE_WORDS_MIN;
        boolean card = votes.of(declared) > 1 && TitleText.isAnother(heading, best);
        boolean other = parted || more || card || outvoted(bare, heading);
        return heads(heading) && other ? heading : best;
    }

    /** Where a title is declared for the article, or for what its template is used for. */
    private String ofArticle(String best, String heading) {
        boolean foreign = !folded(page.title()).contains(folded(best));
        if (saysLittle(best) && foreign && !page.title().isBlank()) {
            return new Headline(page.title().strip(), page, outlet, votes).text();
        }
        boolean other = TitleText.isAnother(heading, best) || outvoted(best, heading);
        return heads(heading) && other ? heading : best;
    }

    /** The heading counts too, if it does not stand alone. */
    private boolean outvoted(String title, String heading) {
        int others = votes.of(heading);
        boolean told = others >= VOTES_MIN || (others > 0 && TitleText.adds(title, heading));
        return heads(heading)
                && told
                && !TitleText.adds(heading, title)
                && others + 1 > votes.of(title);
    }

    private boolean heads(String heading) {
        return folded(heading).length() >= NAME_CHARS_MIN && !folded(heading).equals(outlet);
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

    /** Whether the document is named after the heading, and then after what is declared. */
    private boolean isSite(String heading) {
        return words(heading) >= SITE_WORDS_MAX
                && words(heading) > words(declared)
                && PARTING.matcher(page.title()).find()
                && folded(page.title()).equals(folded(heading) + folded(declared));
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
        return withoutOutletAndColon();
    }

    /** With a colon, which headlines have too, only by exactly its name. */
    private String withoutOutletAndColon() {
        int colon = declared.indexOf(": ");
        boolean named = colon > 0 && outlet.equals(folded(declared.substring(0, colon)));
        String rest = named ? declared.substring(colon + 1).strip() : declared;
        return words(rest) >= TITLE_WORDS_MIN ? rest : declared;
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
        return TitleText.words(text);
    }

    private static String folded(String text) {
        return TitleText.folded(text);
    }
}

package io.broadsheet.enrich.step.about;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The titles that a page gives itself in several places, to be asked which of two is that of its
 * article.
 *
 * @param titles of each place: all of it and its parts, letters and digits only
 */
record TitleVotes(List<Set<String>> titles) {

    private static final List<String> KEYS =
            List.of(
                    "ld:headline",
                    "og:title",
                    "twitter:title",
                    "itemprop:headline",
                    "rdfa:headline",
                    "parsely-title",
                    "sailthru.title",
                    "dcterms.title",
                    "dc.title");

    private static final Pattern PARTING =
            Pattern.compile("\\s+[-–—|»«›‹·•:/~]+\\s+|\\s*[|»›•]\\s*|:\\s+");

    private static final int PARTS_MAX = 8;

    /**
     * Of a page.
     *
     * @param extensions of its article
     * @param documentTitle blank if it has none
     */
    static TitleVotes of(Map<String, String> extensions, String documentTitle) {
        List<Set<String>> titles = new ArrayList<>();
        titles.add(variants(documentTitle));
        for (String key : KEYS) {
            String declared = extensions.get(key);
            if (declared != null) {
                titles.add(variants(declared.lines().findFirst().orElse("")));
            }
        }
        return new TitleVotes(titles);
    }

    /** All of it, and it without what is parted from its beginning or its end. */
    private static Set<String> variants(String title) {
        List<String> parts = List.of(PARTING.split(title, PARTS_MAX));
        Set<String> variants = new HashSet<>();
        for (int cut = 0; cut <= parts.size(); cut++) {
            variants.add(TitleText.folded(String.join("", parts.subList(0, cut))));
            variants.add(TitleText.folded(String.join("", parts.subList(cut, parts.size()))));
        }
        variants.remove("");
        return variants;
    }

    /** How many of the places have this title. */
    int of(String title) {
        String folded = TitleText.folded(title);
        return (int) titles.stream().filter(variants -> variants.contains(folded)).count();
    }
}

package io.broadsheet.enrich.image.repair;

import io.broadsheet.web.url.NormalizedUrl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what a URL may have been meant to say. */
public final class Repairs {

    /** Longer texts are broken in ways of their own; it also bounds the work. */
    private static final int CHARS_MAX = 2_048;

    private Repairs() {}

    /**
     * The candidates, the most likely first, none twice and none that means the same as what is
     * written. Never throws.
     *
     * @param written the URL as the article has it
     * @param base what it is relative to; empty if that is not known
     */
    public static List<Candidate> of(String written, Optional<String> base) {
        if (written.length() > CHARS_MAX) {
            return List.of();
        }
        String page = base.orElse("");
        Set<String> known = new HashSet<>();
        NormalizedUrl.resolve(page, written).ifPresent(known::add);
        List<Candidate> candidates = new ArrayList<>();
        for (RepairRule rule : RepairRule.values()) {
            NormalizedUrl.resolve(pageFor(rule, page), rule.applyTo(written))
                    .filter(known::add)
                    .ifPresent(url -> candidates.add(new Candidate(url, rule.label())));
        }
        return List.copyOf(candidates);
    }

    /** Without a page, a URL that starts with // can only mean https today. */
    private static String pageFor(RepairRule rule, String page) {
        return rule == RepairRule.PROTOCOL_RELATIVE && page.isEmpty()
                ? "https://unknown.invalid/"
                : page;
    }
}

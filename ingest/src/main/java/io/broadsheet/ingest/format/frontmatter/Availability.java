package io.broadsheet.ingest.format.frontmatter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether front matter says that its post is not to be used: a draft or an unpublished post is
 * withheld, a retracted one is withdrawn. A word that is not known says nothing.
 */
final class Availability {

    private static final Set<String> YES = Set.of("true", "yes", "on", "1");
    private static final Set<String> NO = Set.of("false", "no", "off", "0");
    private static final Set<String> WITHDRAWALS = Set.of("retracted", "withdrawn", "deleted");
    private static final Set<String> STATES = Set.of("status", "poststatus", "pubstatus", "state");
    private static final Set<String> WITHDRAWN =
            Set.of("retracted", "withdrawn", "canceled", "cancelled", "deleted");
    private static final Set<String> WITHHELD =
            Set.of("draft", "private", "pending", "unpublished", "withheld", "embargoed");

    private Availability() {}

    /** What it says, withdrawal first; empty if it may be used. */
    static Optional<String> of(List<FrontMatterEntry> entries) {
        return entries.stream()
                .flatMap(entry -> withdrawn(entry).stream())
                .findFirst()
                .or(() -> entries.stream().flatMap(entry -> withheld(entry).stream()).findFirst());
    }

    private static Optional<String> withdrawn(FrontMatterEntry entry) {
        String name = KnownKeys.canonical(entry.key());
        String value = value(entry);
        if (WITHDRAWALS.contains(name) && YES.contains(value)) {
            return Optional.of(name);
        }
        return STATES.contains(name) && WITHDRAWN.contains(value)
                ? Optional.of(name + ": " + value)
                : Optional.empty();
    }

    private static Optional<String> withheld(FrontMatterEntry entry) {
        String name = KnownKeys.canonical(entry.key());
        String value = value(entry);
        boolean withheld =
                (name.equals("draft") && YES.contains(value))
                        || (name.equals("published") && NO.contains(value))
                        || (STATES.contains(name) && WITHHELD.contains(value));
        return withheld ? Optional.of(name + ": " + value) : Optional.empty();
    }

    private static String value(FrontMatterEntry entry) {
        return entry.value().text().orElse("").strip().toLowerCase(Locale.ROOT);
    }
}

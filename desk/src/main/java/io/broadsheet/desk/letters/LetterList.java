package io.broadsheet.desk.letters;

import io.broadsheet.desk.page.Slice;
import io.broadsheet.operate.letters.LetterFilter;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dead letters by reason, and those that are wanted.
 *
 * @param wanted which
 * @param reasons how many there are of each
 * @param letters one page of those that are wanted, the latest first
 */
public record LetterList(Wanted wanted, List<Reason> reasons, Slice<LetterLine> letters) {

    /**
     * Which letters are wanted; what is empty is not asked for.
     *
     * @param reason class of the failure
     * @param code of it
     * @param state how far they have come
     * @param source sourceId
     * @param query words of the message, the URL or the id
     */
    public record Wanted(String reason, String code, String state, String source, String query) {

        boolean test(LetterLine line) {
            return filter().test(line.facts())
                    && (state.isEmpty() || line.state().equalsIgnoreCase(state))
                    && (line.facts().id() + "\n" + line.message() + "\n" + line.url())
                            .toLowerCase(Locale.ROOT)
                            .contains(query.toLowerCase(Locale.ROOT));
        }

        LetterFilter filter() {
            return new LetterFilter(
                    some(reason),
                    some(code),
                    Optional.empty(),
                    some(source),
                    Optional.empty(),
                    Optional.empty());
        }

        private static Optional<String> some(String text) {
            return Optional.of(text).filter(it -> !it.isEmpty());
        }
    }

    /**
     * Letters that have the same cause.
     *
     * @param stage where the failure was
     * @param reason its class
     * @param code what it was
     * @param letters how many there are
     * @param open how many of them nothing was done about
     */
    public record Reason(String stage, String reason, String code, long letters, long open) {

        private Reason plus(Reason other) {
            return new Reason(stage, reason, code, letters + other.letters, open + other.open);
        }
    }

    static LetterList of(List<LetterLine> all, Wanted wanted, int page) {
        List<LetterLine> found = all.stream().filter(wanted::test).toList();
        return new LetterList(wanted, reasons(all), Slice.of(found, page));
    }

    private static List<Reason> reasons(List<LetterLine> all) {
        Map<String, Reason> reasons = new TreeMap<>();
        for (LetterLine line : all) {
            var facts = line.facts();
            long open = line.state().equals("OPEN") ? 1 : 0;
            reasons.merge(
                    facts.stage() + " " + facts.code(),
                    new Reason(facts.stage(), facts.reason(), facts.code(), 1, open),
                    Reason::plus);
        }
        return reasons.values().stream()
                .sorted(
                        Comparator.comparingLong(Reason::open)
                                .thenComparingLong(Reason::letters)
                                .reversed())
                .toList();
    }
}

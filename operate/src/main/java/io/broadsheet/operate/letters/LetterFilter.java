package io.broadsheet.operate.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which letters are meant; what is empty is not asked for.
 *
 * @param reason class of the failure, whatever its case
 * @param code of the failure, whatever its case
 * @param stage of the failure, whatever its case
 * @param source sourceId
 * @param since failed then or later
 * @param until failed before then
 */
public record LetterFilter(
        Optional<String> reason,
        Optional<String> code,
        Optional<String> stage,
        Optional<String> source,
        Optional<Instant> since,
        Optional<Instant> until)
        implements Predicate<LetterFacts> {

    /** Whether it lets everything pass. */
    public boolean isOpen() {
        return reason.isEmpty()
                && code.isEmpty()
                && stage.isEmpty()
                && source.isEmpty()
                && since.isEmpty()
                && until.isEmpty();
    }

    @Override
    public boolean test(LetterFacts letter) {
        return same(reason, letter.reason())
                && same(code, letter.code())
                && same(stage, letter.stage())
                && (source.isEmpty() || source.equals(letter.sourceId()))
                && since.map(start -> !letter.failedAt().isBefore(start)).orElse(true)
                && until.map(end -> letter.failedAt().isBefore(end)).orElse(true);
    }

    private static boolean same(Optional<String> wanted, String found) {
        return wanted.map(found::equalsIgnoreCase).orElse(true);
    }
}

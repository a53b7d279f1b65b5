package io.broadsheet.e2e.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The checker, against worlds in which one thing is wrong. */
class CheckerTest {

    private final World world = World.whole();

    @Test
    void aWorldInWhichAllIsWellHasNoViolation() {
        assertThat(world.violations()).isEmpty();
    }

    @Test
    void aMissingRowIsALoss() {
        broken("I1", w -> w.rows.removeIf(row -> row.articleId().equals("b")));
    }

    @Test
    void aMissingRawRecordIsALoss() {
        broken("I1", w -> w.raws.removeIf(raw -> raw.document().equals("1.md")));
    }

    @Test
    void aMissingEntryOfTheLedgerIsALoss() {
        broken("I1", w -> w.outcomes.removeIf(outcome -> outcome.articleId().equals("b")));
    }

    @Test
    void aMissingVersionIsALoss() {
        broken("I1", w -> w.revisions.removeIf(version -> version.articleId().equals("b")));
    }

    @Test
    void aMissingLetterIsALoss() {
        broken("I1", w -> w.letters.removeFirst());
    }

    @Test
    void aMissingRowOfALetterIsALoss() {
        broken("I1", w -> w.letterRows.removeLast());
    }

    @Test
    void aRefusedArticleWithoutALetterIsALoss() {
        broken("I1", w -> w.letters.removeIf(letter -> letter.code().equals("ROW_REJECTED")));
    }

    @Test
    void aRawRecordThatIsThereTwiceIsDoubled() {
        broken("I2", w -> w.raws.add(at(w.raws.getFirst(), 50)));
    }

    @Test
    void aSecondEntryOfTheLedgerIsDoubled() {
        broken("I2", w -> w.outcomes.add(at(w.outcomes.getFirst(), 50)));
    }

    @Test
    void aVersionThatIsThereTwiceIsDoubledUnlessItWasReplayed() {
        broken("I2", w -> w.enriched.add(World.again(w.enriched.getFirst(), false)));
        World replayed = World.whole();
        replayed.enriched.add(World.again(replayed.enriched.getFirst(), true));
        assertThat(replayed.violations()).isEmpty();
    }

    @Test
    void aRevisionThatIsThereTwiceIsDoubled() {
        broken("I2", w -> w.revisions.add(World.again(w.revisions.getLast(), false)));
    }

    @Test
    void twoRowsOfOneArticleAreDoubled() {
        broken("I2", w -> w.rows.add(w.rows.getFirst()));
    }

    @Test
    void aVersionThatWasWrittenTwiceIsDoubled() {
        broken("I2", w -> w.writes.add(new Found.Write(4, Instant.EPOCH, "a", 3)));
    }

    @Test
    void twoLettersForOneCauseAreDoubledUnlessTheRelaySaidItTwice() {
        broken("I2", w -> w.letters.add(w.letters.get(1)));
        World relayed = World.whole();
        relayed.letters.add(relayed.letters.getLast());
        assertThat(relayed.violations()).isEmpty();
    }

    @Test
    void whatIsEnrichedAndBuriedIsBoth() {
        broken(
                "I3",
                w ->
                        w.bury(
                                World.LETTERS,
                                "DEFECT",
                                "",
                                Optional.of(w.raws.getFirst().place()),
                                ""));
    }

    @Test
    void whatIsStoredAndBuriedIsBoth() {
        broken("I3", w -> w.rows.add(new Found.Row("r", 1, "COMPLETE", "no")));
    }

    @Test
    void whatTheHandlerAloneBuriedIsBothToo() {
        broken(
                "I3",
                w ->
                        w.noLetters.add(
                                new Found.NoLetter(
                                        new Place(World.LETTERS, 0, 9),
                                        Optional.of(w.raws.getFirst().place()),
                                        "null")));
    }

    @Test
    void aRowThatNobodyOfferedIsAPhantom() {
        broken("I4", w -> w.rows.add(new Found.Row("ghost", 1, "COMPLETE", "boo")));
    }

    @Test
    void aVersionOfARecordThatWasTakenBackIsAPhantom() {
        broken("I4", w -> w.raws.removeIf(raw -> raw.articleId().equals("b")));
    }

    @Test
    void aLetterAboutNothingIsAPhantom() {
        broken("I4", w -> w.bury(World.LETTERS, "DEFECT", "ghost.md", Optional.empty(), ""));
    }

    @Test
    void aLetterInTheStoreAloneIsAPhantom() {
        broken("I4", w -> w.letterRows.add(new Found.LetterRow("ghost", "DEFECT")));
    }

    @Test
    void aQuestionMarkInPlaceOfACharacterIsOtherContent() {
        broken(
                "I5",
                w ->
                        w.rows.replaceAll(row ->
                                new Found.Row(
                                        row.articleId(),
                                        row.version(),
                                        row.state(),
                                        row.text().replace('京', '?'))));
        World enriched = World.whole();
        enriched.enriched.replaceAll(v -> World.reading(v, v.text().replace('京', '?')));
        assertThat(invariants(enriched)).contains("I5");
    }

    @Test
    void aWrongCodeOtherBytesAndAnotherOriginAreNoReason() {
        broken("I6", w -> relabel(w, "DEFECT", w.letters.get(1).digest()));
        World bytes = World.whole();
        relabel(bytes, "AVRO_CORRUPT", "other");
        assertThat(invariants(bytes)).contains("I6");
    }

    @Test
    void aGoodArticleThatWasBuriedHasNoReason() {
        broken("I6", w -> w.bury(World.LETTERS, "DEFECT", "4.md", Optional.empty(), ""));
    }

    @Test
    void whatIsNoLetterHasNoReason() {
        broken(
                "I6",
                w ->
                        w.noLetters.add(
                                new Found.NoLetter(
                                        new Place(World.LETTERS, 0, 9), Optional.empty(), "null")));
    }

    @Test
    void aRecordThatWasPassedBeforeItCameToAnythingIsUnsafe() {
        broken(
                "I7",
                w ->
                        w.passed.add(
                                new Found.Passed(
                                        "sink",
                                        new Place(World.ENRICHED, 0, 1),
                                        5,
                                        Instant.EPOCH)));
    }

    @Test
    void aGapInTheVersionsIsOutOfOrder() {
        broken("I8", w -> w.revisions.remove(1));
    }

    @Test
    void aRowThatWentBackIsOutOfOrder() {
        broken("I8", w -> w.writes.add(new Found.Write(4, Instant.EPOCH, "a", 2)));
    }

    @Test
    void aRowBehindTheLogIsOutOfOrder() {
        broken("I8", w -> w.rows.set(0, new Found.Row("a", 2, "COMPLETE", "three")));
    }

    @Test
    void aNewTextThatWasTakenForARepetitionIsOutOfOrder() {
        broken(
                "I8",
                w ->
                        w.outcomes.set(
                                2,
                                new Found.Outcome(
                                        w.outcomes.get(2).place(),
                                        "a",
                                        "DUPLICATE",
                                        2,
                                        w.outcomes.get(2).raw())));
    }

    @Test
    void whatIsNeverAcceptedOrTooSlowIsNoRecovery() {
        broken(
                "I10",
                w ->
                        w.offers.set(
                                0,
                                new Accepted(
                                        w.offers.getFirst().offer(), false, Optional.empty())));
        World slow = World.whole();
        slow.slow.add(new Found.Slow("recovery from K1", 99_000, 15_000));
        assertThat(invariants(slow)).containsExactly("I10");
    }

    @Test
    void anOpenTransactionAndAnArticleThatWaitsForEverAreStuck() {
        broken("I11", w -> w.stuck.add(new Found.Stuck(new Place(World.RAW, 0, 7), 9)));
        World waiting = World.whole();
        waiting.rows.set(0, new Found.Row("a", 3, "PARTIAL", "two"));
        assertThat(invariants(waiting)).containsExactly("I11");
    }

    @Test
    void aViolationNamesIdClassAndEveryPlaceWhereItWasSeen() {
        world.rows.removeIf(row -> row.articleId().equals("b"));

        Violation violation = world.violations().getFirst();

        assertThat(violation.id()).isEqualTo("b");
        assertThat(violation.label()).isEqualTo("offer 4 (GOOD, 4.md)");
        assertThat(violation.seen()).hasSize(5).anyMatch(seen -> seen.contains(World.RAW + "-0@4"));
    }

    private static void relabel(World world, String code, String digest) {
        Found.Letter letter = world.letters.get(1);
        world.letters.set(
                1,
                new Found.Letter(
                        letter.place(),
                        letter.at(),
                        letter.letterId(),
                        code,
                        letter.document(),
                        letter.origin(),
                        digest));
    }

    private static Found.Raw at(Found.Raw raw, long offset) {
        return new Found.Raw(
                new Place(World.RAW, 0, offset), raw.at(), raw.articleId(), raw.document());
    }

    private static Found.Outcome at(Found.Outcome outcome, long offset) {
        return new Found.Outcome(
                new Place(World.OUTCOMES, 0, offset),
                outcome.articleId(),
                outcome.kind(),
                outcome.version(),
                outcome.raw());
    }

    /** One change to a world in which all is well breaks this invariant, perhaps with others. */
    private static void broken(String invariant, Consumer<World> change) {
        World world = World.whole();
        change.accept(world);
        assertThat(invariants(world)).contains(invariant);
    }

    private static List<String> invariants(World world) {
        return world.violations().stream().map(Violation::invariant).distinct().toList();
    }
}

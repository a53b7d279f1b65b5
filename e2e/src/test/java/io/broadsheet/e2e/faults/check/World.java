package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Label;
import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.e2e.faults.offer.Offer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small world in which all is well, until a test changes something. */
final class World {

    static final String RAW = "news.articles.raw.v1";
    static final String ENRICHED = "news.articles.enriched.v1";
    static final String REVISIONS = "news.articles.revisions.v1";
    static final String OUTCOMES = "news.articles.outcomes.v1";
    static final String LETTERS = "news.dead-letters.enrich.v1";
    static final String SINK_LETTERS = "news.dead-letters.sink-postgres.v1";

    private static final Instant THEN = Instant.EPOCH;

    final List<Accepted> offers = new ArrayList<>();
    final List<Found.Raw> raws = new ArrayList<>();
    final List<Found.Outcome> outcomes = new ArrayList<>();
    final List<Found.Version> revisions = new ArrayList<>();
    final List<Found.Version> enriched = new ArrayList<>();
    final List<Found.Letter> letters = new ArrayList<>();
    final List<Found.NoLetter> noLetters = new ArrayList<>();
    final List<Found.Stuck> stuck = new ArrayList<>();
    final List<Found.Row> rows = new ArrayList<>();
    final List<Found.Write> writes = new ArrayList<>();
    final List<Found.LetterRow> letterRows = new ArrayList<>();
    final List<Found.Passed> passed = new ArrayList<>();
    final List<Found.Slow> slow = new ArrayList<>();

    /** An article a of three texts with a copy, an article b, and one of each way of being bad. */
    static World whole() {
        var world = new World();
        world.article(Kind.GOOD, "a", "one", "ENRICHED", 1);
        world.article(Kind.DUPLICATE, "a", "one", "DUPLICATE", 1);
        world.article(Kind.REVISION, "a", "three", "ENRICHED", 2);
        world.article(Kind.REVISION, "a", "two", "ENRICHED", 3);
        world.article(Kind.GOOD, "b", "北京", "ENRICHED", 1);
        world.article(Kind.REFUSED, "r", "no", "ENRICHED", 1);
        Offer file =
                world.offer(Kind.BAD_FILE, new Expected.Letter("ARTICLE_EMPTY"), Optional.empty());
        world.bury(LETTERS, "ARTICLE_EMPTY", file.name(), Optional.empty(), file.digest());
        Place place = new Place(RAW, 0, 100);
        Offer record =
                world.offer(
                        Kind.BAD_RECORD, new Expected.Letter("AVRO_CORRUPT"), Optional.of(place));
        world.bury(LETTERS, "AVRO_CORRUPT", "", Optional.of(place), record.digest());
        world.outcomes.add(
                new Found.Outcome(world.next(OUTCOMES, world.outcomes), "?", "BURIED", 0, place));
        Found.Version refused = world.enriched.getLast();
        world.bury(
                SINK_LETTERS, "ROW_REJECTED", "", Optional.of(refused.place()), refused.digest());
        world.rows.add(new Found.Row("a", 3, "COMPLETE", "two"));
        world.rows.add(new Found.Row("b", 1, "COMPLETE", "北京"));
        world.writes.add(new Found.Write(1, THEN, "a", 1));
        world.writes.add(new Found.Write(2, THEN, "b", 1));
        world.writes.add(new Found.Write(3, THEN, "a", 3));
        return world;
    }

    List<Violation> violations() {
        var log =
                new Evidence.Log(
                        raws, outcomes, revisions, enriched, letters, noLetters, List.of(), stuck);
        var store = new Evidence.Store(rows, writes, letterRows);
        return Checker.check(offers, new Evidence(log, store, new Evidence.Course(passed, slow)))
                .violations();
    }

    /** The first of some version, with another text. */
    static Found.Version reading(Found.Version version, String text) {
        return new Found.Version(
                version.place(),
                version.articleId(),
                version.version(),
                version.state(),
                text,
                version.raw(),
                version.digest(),
                version.replayed());
    }

    /** The same at another place. */
    static Found.Version again(Found.Version version, boolean replayed) {
        return new Found.Version(
                new Place(version.place().topic(), 0, 1_000),
                version.articleId(),
                version.version(),
                version.state(),
                version.text(),
                version.raw(),
                version.digest(),
                replayed);
    }

    /** A letter, and its row. */
    void bury(String topic, String code, String document, Optional<Place> origin, String digest) {
        String id = "letter " + letters.size();
        letters.add(
                new Found.Letter(next(topic, letters), THEN, id, code, document, origin, digest));
        letterRows.add(new Found.LetterRow(id, code));
    }

    private void article(Kind kind, String id, String text, String outcome, int version) {
        Offer offer = offer(kind, new Expected.Article(id, text), Optional.empty());
        Place raw = next(RAW, raws);
        raws.add(new Found.Raw(raw, THEN, id, offer.name()));
        outcomes.add(new Found.Outcome(next(OUTCOMES, outcomes), id, outcome, version, raw));
        if (outcome.equals("ENRICHED")) {
            String digest = "digest of " + id + version;
            enriched.add(
                    new Found.Version(
                            next(ENRICHED, enriched),
                            id,
                            version,
                            "COMPLETE",
                            text,
                            raw,
                            digest,
                            false));
            revisions.add(
                    new Found.Version(
                            next(REVISIONS, revisions),
                            id,
                            version,
                            "COMPLETE",
                            text,
                            raw,
                            digest,
                            false));
        }
    }

    private Offer offer(Kind kind, Expected expected, Optional<Place> place) {
        int index = offers.size();
        byte[] content = ("content " + index).getBytes(StandardCharsets.UTF_8);
        var offer = new Offer(index, new Label(kind, 0, 1), index + ".md", content, expected);
        offers.add(new Accepted(offer, true, place));
        return offer;
    }

    private Place next(String topic, List<?> there) {
        return new Place(topic, 0, there.size());
    }
}

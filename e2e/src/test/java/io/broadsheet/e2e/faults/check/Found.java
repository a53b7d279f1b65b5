package io.broadsheet.e2e.faults.check;

import java.time.Instant;
import java.util.Optional;

/** One thing that was found somewhere. Its text says all of it, for violations. */
public sealed interface Found {

    /**
     * A raw article.
     *
     * @param place where
     * @param at its timestamp
     * @param articleId its identity
     * @param document the name of its file
     */
    record Raw(Place place, Instant at, String articleId, String document) implements Found {}

    /**
     * An entry of the ledger.
     *
     * @param place where
     * @param articleId whose
     * @param kind such as ENRICHED or BURIED
     * @param version the version made, or that already was; 0 for none
     * @param raw the record that it is about
     */
    record Outcome(Place place, String articleId, String kind, int version, Place raw)
            implements Found {}

    /**
     * A version of an article on the enriched or the revisions topic.
     *
     * @param place where
     * @param articleId whose
     * @param version its number
     * @param state such as PARTIAL
     * @param text headline and body, a newline between them
     * @param raw the record that it was made from
     * @param digest of the record's value, {@code sha256:hex}
     * @param replayed whether it was written back by a replay
     */
    record Version(
            Place place,
            String articleId,
            int version,
            String state,
            String text,
            Place raw,
            String digest,
            boolean replayed)
            implements Found {}

    /**
     * A dead letter.
     *
     * @param place where
     * @param at when it failed
     * @param letterId its identity
     * @param code why
     * @param document the name of the file that it is about; empty if it is about a record
     * @param origin the record that it is about
     * @param digest of the original bytes, {@code sha256:hex}; empty if they are not there
     */
    record Letter(
            Place place,
            Instant at,
            String letterId,
            String code,
            String document,
            Optional<Place> origin,
            String digest)
            implements Found {}

    /**
     * Something on a topic of dead letters that is none.
     *
     * @param place where
     * @param origin the record that its headers name
     * @param what it is
     */
    record NoLetter(Place place, Optional<Place> origin, String what) implements Found {}

    /**
     * What ingest remembers of a document.
     *
     * @param place where
     * @param document the name of its file
     */
    record Cursor(Place place, String document) implements Found {}

    /**
     * An article in the store.
     *
     * @param articleId its identity
     * @param version its number
     * @param state such as PARTIAL
     * @param text headline and body, a newline between them
     */
    record Row(String articleId, int version, String state, String text) implements Found {}

    /**
     * One write to the articles of the store, as a trigger saw it.
     *
     * @param number counts the writes
     * @param at when its transaction began
     * @param articleId whose
     * @param version its number
     */
    record Write(long number, Instant at, String articleId, int version) implements Found {}

    /**
     * A dead letter in the store.
     *
     * @param letterId its identity
     * @param code why
     */
    record LetterRow(String letterId, String code) implements Found {}

    /**
     * A partition that readers of committed records cannot read to its end.
     *
     * @param place of the first record that is not decided
     * @param end of the partition
     */
    record Stuck(Place place, long end) implements Found {}

    /**
     * A record that a reader had passed before it came to anything.
     *
     * @param reader who had passed it
     * @param record what was passed
     * @param position how far the reader said it was
     * @param at when that was seen
     */
    record Passed(String reader, Place record, long position, Instant at) implements Found {}

    /**
     * A time that was longer than it may be.
     *
     * @param what took it
     * @param tookMillis how long it was; -1 if it never ended
     * @param millisMax how long it may be
     */
    record Slow(String what, long tookMillis, long millisMax) implements Found {}
}

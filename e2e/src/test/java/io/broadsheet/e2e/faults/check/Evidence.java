package io.broadsheet.e2e.faults.check;

import java.util.List;

/**
 * All that was found.
 *
 * @param log on the topics, committed records only, in the order of each partition
 * @param store in the database
 * @param course while it went on
 */
public record Evidence(Log log, Store store, Course course) {

    /**
     * On the topics.
     *
     * @param raws raw articles that can be read
     * @param outcomes the ledger
     * @param revisions all versions
     * @param enriched the latest versions
     * @param letters of ingest, enrich and the image checker, and of the sink
     * @param noLetters what else lies on their topics
     * @param cursors what ingest remembers
     * @param stuck partitions with undecided records at their ends
     */
    public record Log(
            List<Found.Raw> raws,
            List<Found.Outcome> outcomes,
            List<Found.Version> revisions,
            List<Found.Version> enriched,
            List<Found.Letter> letters,
            List<Found.NoLetter> noLetters,
            List<Found.Cursor> cursors,
            List<Found.Stuck> stuck) {}

    /**
     * In the database.
     *
     * @param rows articles
     * @param writes every write to them, in order
     * @param letters dead letters
     */
    public record Store(
            List<Found.Row> rows, List<Found.Write> writes, List<Found.LetterRow> letters) {}

    /**
     * While it went on.
     *
     * @param passed records that were passed before they came to anything
     * @param slow what took too long
     */
    public record Course(List<Found.Passed> passed, List<Found.Slow> slow) {

        /** Nothing to complain of. */
        public static final Course SMOOTH = new Course(List.of(), List.of());
    }
}

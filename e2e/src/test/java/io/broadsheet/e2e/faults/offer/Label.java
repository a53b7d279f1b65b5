package io.broadsheet.e2e.faults.offer;

/**
 * The class of an offer, as violations name it.
 *
 * @param kind which class
 * @param of index of the offer that this one repeats or revises; its own where it does neither
 * @param revision number that the source would give this text, from 1
 */
public record Label(Kind kind, int of, int revision) {

    /** The classes. */
    public enum Kind {
        /** A new article. */
        GOOD,
        /** The text of another offer, in another document. */
        DUPLICATE,
        /** Another text of the same article; the higher number is offered first. */
        REVISION,
        /** A new article that the store refuses until it is mended. */
        REFUSED,
        /** A file that cannot be read. */
        BAD_FILE,
        /** A record on the raw topic that cannot be read. */
        BAD_RECORD,
        /** A new article that tells whether the pipeline has recovered. */
        PROBE
    }

    @Override
    public String toString() {
        return switch (kind) {
            case GOOD, REFUSED, BAD_FILE, BAD_RECORD, PROBE -> kind.name();
            case DUPLICATE -> "DUPLICATE of " + of;
            case REVISION -> "REVISION " + revision + " of " + of;
        };
    }
}

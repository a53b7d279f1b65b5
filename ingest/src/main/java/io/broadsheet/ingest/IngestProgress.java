package io.broadsheet.ingest;

/** Watches a pass. Called by the thread that reads; must return quickly. */
@FunctionalInterface
public interface IngestProgress {

    /** What is safe so far. */
    void advanced(IngestCounts soFar);

    /** Watches nothing. */
    static IngestProgress silent() {
        return _ -> {};
    }
}

package io.broadsheet.e2e.faults.bugs;

/** The seeded bugs. */
enum Bug {
    /** None: the same part, right. */
    NONE,
    /** The sink reads records that are not committed. */
    READS_UNCOMMITTED,
    /** Enrichment commits its offsets outside the transaction of its records. */
    AT_LEAST_ONCE,
    /** The sink commits its offsets before its rows. */
    OFFSETS_BEFORE_ROWS,
    /** The sink does not look whether another has taken over. */
    NO_FENCE,
    /** Dead letters go out by a producer of their own, outside the transaction. */
    SECOND_PRODUCER,
    /** The sink goes on where Kafka says, not where its store says. */
    NO_SEEK,
    /** Dead letters are left to Kafka Streams' own handler. */
    HANDLER_ONLY
}

package io.broadsheet.ingest;

/**
 * The account of one pass: {@code read = published + unchanged + buried}. A document that is one
 * article counts once, a feed as often as it has items; one that has none does not count.
 *
 * @param read items met
 * @param published articles that are on the raw topic
 * @param unchanged documents whose very bytes have been taken before, each once
 * @param stillBuried those of the unchanged that gave a dead letter when they were taken
 * @param buried dead letters written now
 */
public record IngestCounts(
        long read, long published, long unchanged, long stillBuried, long buried) {

    static final IngestCounts NONE = new IngestCounts(0, 0, 0, 0, 0);

    IngestCounts plusUnchanged(boolean isBuried) {
        return new IngestCounts(
                read + 1, published, unchanged + 1, stillBuried + (isBuried ? 1 : 0), buried);
    }

    IngestCounts plusPublished(long more) {
        return new IngestCounts(read + more, published + more, unchanged, stillBuried, buried);
    }

    IngestCounts plusBuried(long more) {
        return new IngestCounts(read + more, published, unchanged, stillBuried, buried + more);
    }
}

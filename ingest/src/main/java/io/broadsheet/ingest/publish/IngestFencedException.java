package io.broadsheet.ingest.publish;

/** Another ingest of the same source has begun; this one must not publish any more. */
public final class IngestFencedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IngestFencedException(String transactionalId, Throwable cause) {
        super("another process has taken over " + transactionalId, cause);
    }
}

package io.broadsheet.ingest.format.warc;

import io.broadsheet.runtime.failure.Rejection;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** What one record of an archive gives. */
public sealed interface WarcEntry {

    /** Which record of the archive it is, from 0. */
    int index();

    /**
     * A page as it was answered.
     *
     * @param url {@code WARC-Target-URI}
     * @param contentType the HTTP header as it came; null if there was none
     * @param etag the HTTP header as it came; null if there was none
     * @param lastModified the HTTP header as it came; null if there was none
     * @param date when it was got, {@code WARC-Date}
     * @param body without transfer and content encodings
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
    record Page(
            int index,
            String url,
            int status,
            @Nullable String contentType,
            @Nullable String etag,
            @Nullable String lastModified,
            Instant date,
            byte[] body)
            implements WarcEntry {}

    /** A page that could not be read, or the rest of the archive from there. */
    record Broken(int index, Rejection rejection) implements WarcEntry {}
}

package io.broadsheet.ingest;

/**
 * What one pass did.
 *
 * @param counts the account
 * @param offsets where the articles are that it published
 */
public record IngestReport(IngestCounts counts, RawOffsets offsets) {}

package io.broadsheet.enrich;

import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import java.time.Instant;

/**
 * One raw article on its way in.
 *
 * @param raw what the source said
 * @param ref the record it came in
 * @param seenAt when it was seen by us, the timestamp of the record; what dates are compared with
 */
public record EnrichInput(RawArticle raw, RecordRef ref, Instant seenAt) {}

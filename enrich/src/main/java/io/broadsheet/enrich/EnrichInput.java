package io.broadsheet.enrich;

import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import java.time.Instant;
import java.util.List;

/**
 * One raw article on its way in.
 *
 * @param raw what the source said
 * @param ref the record it came in
 * @param seenAt when it was seen by us, the timestamp of the record; what dates are compared with
 * @param signs what earlier articles of its source said about the error of the source's dates
 */
public record EnrichInput(RawArticle raw, RecordRef ref, Instant seenAt, List<OffsetSign> signs) {

    /** An article of a source about which nothing is remembered. */
    public EnrichInput(RawArticle raw, RecordRef ref, Instant seenAt) {
        this(raw, ref, seenAt, List.of());
    }
}

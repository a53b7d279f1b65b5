package io.broadsheet.enrich.step.date;

import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The dates of an article.
 *
 * @param published when it was published, if that can be known
 * @param certainty how sure that is
 * @param modified when it was last changed by its source
 * @param evidence all that was found about the date of publication
 * @param flags what was found wrong
 */
public record Dates(
        Optional<Instant> published,
        DateCertainty certainty,
        Optional<Instant> modified,
        List<DateEvidence> evidence,
        List<QualityFlag> flags) {}

package io.broadsheet.enrich.step.date;

import io.broadsheet.enrich.step.Excerpt;
import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides when an article was published. What the source declares is kept unless an operator has
 * configured a correction; what speaks against it is told as evidence and as a flag, because one
 * article alone proves nothing.
 */
public final class DateStep {

    private static final Duration FUTURE_MAX = Duration.ofHours(24);
    private static final LocalDate CLOCK_ZERO = LocalDate.EPOCH;
    private static final float DECLARED_WEIGHT = 0.9f;
    private static final float DOUBTED_WEIGHT = 0.6f;
    private static final float CORRECTED_WEIGHT = 1f;
    private static final float HYPOTHESIS_WEIGHT = 0.5f;
    private static final String FIELD = "datePublished";

    private final DateInput input;
    private final List<PathEvidence> paths;
    private final List<DateEvidence> evidence = new ArrayList<>();
    private final List<QualityFlag> flags = new ArrayList<>();

    /** An instant and how sure it is. */
    private record Sure(Optional<Instant> at, DateCertainty certainty) {

        static final Sure NOT = new Sure(Optional.empty(), DateCertainty.UNKNOWN);

        static Sure of(Instant at, DateCertainty certainty) {
            return new Sure(Optional.of(at), certainty);
        }
    }

    private DateStep(DateInput input) {
        this.input = input;
        this.paths = PathEvidence.in(input.urls());
    }

    /** The dates, with everything that speaks for and against them. */
    public static Dates read(DateInput input) {
        return new DateStep(input).dates();
    }

    private Dates dates() {
        Sure published = bounded(published());
        paths.forEach(path -> evidence.add(path.evidence()));
        return new Dates(published.at(), published.certainty(), modified(), evidence, flags);
    }

    private Sure published() {
        Optional<String> declared = input.published().filter(text -> !text.isBlank());
        if (declared.isEmpty()) {
            return missing();
        }
        if (input.publishedIsRunTime()) {
            tell(declared.get(), null, 0, "the time its collector ran, not the article's");
            return missing();
        }
        return DateText.read(declared.get())
                .filter(date -> !date.date().equals(CLOCK_ZERO))
                .map(date -> decide(declared.get(), date))
                .orElseGet(() -> invalid(declared.get()));
    }

    private Sure missing() {
        flags.add(QualityCode.DATE_MISSING.on(FIELD));
        return Sure.NOT;
    }

    private Sure invalid(String declared) {
        flags.add(QualityCode.DATE_INVALID.on(FIELD, declared));
        tell(declared, null, 0, "no date");
        return Sure.NOT;
    }

    private Sure decide(String declared, WrittenDate date) {
        Instant instant = date.instant();
        if (date.time().isEmpty()) {
            tell(declared, instant, DECLARED_WEIGHT, "a day without a time");
            return Sure.of(instant, DateCertainty.DATE_ONLY);
        }
        if (input.correction().isPresent()) {
            return corrected(declared, instant, input.correction().get());
        }
        if (date.offset().isEmpty()) {
            flags.add(QualityCode.DATE_ZONE_MISSING.on(FIELD, declared));
            tell(declared, instant, DOUBTED_WEIGHT, "no zone declared, read as UTC");
            return Sure.of(instant, DateCertainty.ASSUMED_OFFSET);
        }
        return declaredZone(declared, date);
    }

    private Sure corrected(String declared, Instant instant, Duration correction) {
        Instant at = instant.plus(correction);
        flags.add(QualityCode.DATE_TZ_SUSPECT.on(FIELD, "corrected by " + correction));
        tell(declared, instant, DOUBTED_WEIGHT, "as declared");
        tell(declared, at, CORRECTED_WEIGHT, "corrected by " + correction + ", as configured");
        return Sure.of(at, DateCertainty.CORRECTED_OFFSET);
    }

    private Sure declaredZone(String declared, WrittenDate date) {
        Optional<PathEvidence> contradiction =
                paths.stream().filter(path -> path.contradictsZoneOf(date)).findFirst();
        float weight = contradiction.isPresent() ? DOUBTED_WEIGHT : DECLARED_WEIGHT;
        tell(declared, date.instant(), weight, "as declared");
        contradiction.ifPresent(path -> suspect(date, path));
        return Sure.of(date.instant(), DateCertainty.EXPLICIT_OFFSET);
    }

    private void suspect(WrittenDate date, PathEvidence path) {
        ZoneOffset offset = path.offset().orElse(ZoneOffset.UTC);
        String country = path.zone().map(CountryZone::country).orElse("");
        String why = "the wall clock follows an upload of " + path.time().at();
        flags.add(QualityCode.DATE_TZ_SUSPECT.on(FIELD, why));
        evidence.add(
                DateEvidence.newBuilder()
                        .setField("url.host")
                        .setValue(country)
                        .setInterpretedAs(
                                new WrittenDate(date.date(), date.time(), Optional.of(offset))
                                        .instant())
                        .setWeight(HYPOTHESIS_WEIGHT)
                        .setNote("the declared wall clock, read at " + offset + " of that country")
                        .build());
    }

    /** A date ahead of its own discovery is wrong; that it was seen by then is all we know. */
    private Sure bounded(Sure published) {
        boolean future =
                published
                        .at()
                        .filter(at -> at.isAfter(input.seenAt().plus(FUTURE_MAX)))
                        .isPresent();
        if (!future) {
            return published;
        }
        flags.add(QualityCode.DATE_FUTURE.on(FIELD, input.published().orElse("")));
        return Sure.of(input.seenAt(), DateCertainty.FIRST_SEEN_ONLY);
    }

    private Optional<Instant> modified() {
        Optional<String> declared = input.updated().filter(text -> !text.isBlank());
        Optional<Instant> modified =
                declared.flatMap(DateText::read)
                        .map(WrittenDate::instant)
                        .map(at -> at.plus(input.correction().orElse(Duration.ZERO)))
                        .filter(at -> !at.isAfter(input.seenAt().plus(FUTURE_MAX)));
        if (declared.isPresent() && modified.isEmpty()) {
            flags.add(QualityCode.DATE_INVALID.on("dateModified", declared.get()));
        }
        return modified;
    }

    private void tell(String value, @Nullable Instant interpretedAs, float weight, String note) {
        evidence.add(
                DateEvidence.newBuilder()
                        .setField("published")
                        .setValue(Excerpt.of(value))
                        .setInterpretedAs(interpretedAs)
                        .setWeight(weight)
                        .setNote(note)
                        .build());
    }
}

package io.broadsheet.enrich.step.date;

import io.broadsheet.enrich.step.Excerpt;
import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.state.v1.OffsetSign;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides when an article was published. What the source declares is kept unless an operator has
 * configured a correction, or enough articles of the source have shown its error; what speaks
 * against it is told as evidence and as a flag, because one article alone proves nothing.
 */
public final class DateStep {

    private static final Duration FUTURE_MAX = Duration.ofHours(24);
    private static final float AGREED_WEIGHT = 0.95f;
    private static final float DECLARED_WEIGHT = 0.9f;
    private static final float DOUBTED_WEIGHT = 0.6f;
    private static final float CORRECTED_WEIGHT = 1f;
    private static final float HYPOTHESIS_WEIGHT = 0.5f;
    private static final String FIELD = "datePublished";

    private final DateInput input;
    private final List<DateRival> rivals;
    private final List<PathEvidence> paths;
    private final List<DateEvidence> pathEvidence;
    private final List<DateEvidence> evidence = new ArrayList<>();
    private final List<QualityFlag> flags = new ArrayList<>();

    /** An instant and how sure it is. */
    private record Sure(Optional<Instant> at, DateCertainty certainty) {

        static final Sure NOT = new Sure(Optional.empty(), DateCertainty.UNKNOWN);

        static Sure of(Instant at, DateCertainty certainty) {
            return new Sure(Optional.of(at), certainty);
        }
    }

    private DateStep(DateInput input, List<DateRival> rivals) {
        this.input = input;
        this.rivals = rivals;
        this.paths = PathEvidence.in(input.urls());
        this.pathEvidence = paths.stream().map(PathEvidence::evidence).toList();
    }

    /** The dates, with everything that speaks for and against them. */
    public static Dates read(DateInput input) {
        return read(input, Map.of());
    }

    /**
     * The same, of an article that declares more than one date.
     *
     * @param extensions of the article; dates of publication among them are evidence
     */
    public static Dates read(DateInput input, Map<String, String> extensions) {
        return new DateStep(input, DateRival.in(extensions, input.retrievedAt())).dates();
    }

    private Dates dates() {
        Sure published = bounded(published());
        rivals.forEach(rival -> evidence.add(rival.evidence()));
        evidence.addAll(pathEvidence);
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
        return DateText.read(declared.get(), input.retrievedAt())
                .filter(date -> !ClockZero.isIt(date))
                .map(date -> decideAmongRivals(declared.get(), date))
                .orElseGet(() -> invalid(declared.get()));
    }

    /** What another declaration adds is taken, and what contradicts is told. */
    private Sure decideAmongRivals(String declared, WrittenDate date) {
        rivals.stream()
                .filter(rival -> date.basis() == DayBasis.WRITTEN && rival.contradicts(date))
                .findFirst()
                .ifPresent(this::conflict);
        Optional<DateRival> fuller = rivals.stream().filter(r -> r.completes(date)).findFirst();
        return fuller.map(rival -> decide(rival.written(), rival.date()))
                .orElseGet(() -> decide(declared, date));
    }

    private void conflict(DateRival rival) {
        flags.add(QualityCode.DATE_CONFLICT.on(FIELD, rival.field() + " " + rival.written()));
    }

    private Sure missing() {
        flags.add(QualityCode.DATE_MISSING.on(FIELD));
        return Sure.NOT;
    }

    private Sure invalid(String declared) {
        flags.add(QualityCode.DATE_INVALID.on(FIELD, declared));
        tell(declared, null, 0, "no date");
        return rivals.stream()
                .findFirst()
                .map(rival -> decide(rival.written(), rival.date()))
                .orElse(Sure.NOT);
    }

    private Sure decide(String declared, WrittenDate date) {
        if (date.basis() == DayBasis.REFERENCE) {
            return relative(declared, date);
        }
        if (date.time().isEmpty()) {
            float weight = date.basis() == DayBasis.WRITTEN ? DECLARED_WEIGHT : DOUBTED_WEIGHT;
            tellDay(declared, date.instant(), weight, day(date.basis()));
            return Sure.of(date.instant(), DateCertainty.DATE_ONLY);
        }
        String zone = date.offset().isPresent() ? "as declared" : "no zone declared, read as UTC";
        Optional<OffsetSign> sign = sign(declared, date, zone);
        if (input.correction().isPresent()) {
            return corrected(declared, date, input.correction().get(), "as configured");
        }
        Optional<LearnedOffset> learned =
                input.learned().filter(known -> sign.stream().allMatch(known::isAllowedBy));
        if (learned.isPresent()) {
            String why = "as learned from " + learned.get().articles() + " articles";
            return corrected(declared, date, learned.get().correction(), why);
        }
        return date.offset().isEmpty()
                ? zoneless(declared, date, zone)
                : declaredZone(declared, date);
    }

    private static String day(DayBasis basis) {
        return switch (basis) {
            case WRITTEN, REFERENCE -> "a day without a time";
            case MONTH -> "a month without a day";
            case YEAR -> "a year without a month";
        };
    }

    /** Told relative to its retrieval; what is counted in days names a day. */
    private Sure relative(String declared, WrittenDate date) {
        tell(
                OffsetSigns.RELATIVE,
                declared,
                date.instant(),
                DOUBTED_WEIGHT,
                "relative to its retrieval");
        if (date.time().isEmpty()) {
            return Sure.of(date.instant(), DateCertainty.DATE_ONLY);
        }
        return Sure.of(date.instant(), DateCertainty.ASSUMED_OFFSET);
    }

    /** What this article alone says about the zone of its source. */
    private Optional<OffsetSign> sign(String declared, WrittenDate date, String note) {
        List<DateEvidence> all = new ArrayList<>(pathEvidence);
        all.add(evidence(OffsetSigns.DECLARED, declared, date.instant(), DECLARED_WEIGHT, note));
        return OffsetSigns.of(all, input.retrievedAt());
    }

    private Sure corrected(String declared, WrittenDate date, Duration correction, String why) {
        Instant at = date.instant().plus(correction);
        flags.add(QualityCode.DATE_TZ_SUSPECT.on(FIELD, "corrected by " + correction + ", " + why));
        tell(declared, date.instant(), DOUBTED_WEIGHT, "as declared");
        contradiction(date.offset().isPresent() ? date : date.at(ZoneOffset.UTC))
                .ifPresent(path -> evidence.add(countryClock(date, path)));
        tell(declared, at, CORRECTED_WEIGHT, "corrected by " + correction + ", " + why);
        return Sure.of(at, DateCertainty.CORRECTED_OFFSET);
    }

    /** Read as UTC, unless the country of its host or its script says more. */
    private Sure zoneless(String declared, WrittenDate date, String note) {
        flags.add(QualityCode.DATE_ZONE_MISSING.on(FIELD, declared));
        Optional<PathEvidence> sameClock = contradiction(date.at(ZoneOffset.UTC));
        Optional<ZoneId> zone =
                sameClock
                        .flatMap(PathEvidence::zone)
                        .map(CountryZone::zone)
                        .or(() -> assumedZone(declared));
        if (zone.isEmpty()) {
            tell(declared, date.instant(), DOUBTED_WEIGHT, note);
            return Sure.of(date.instant(), DateCertainty.ASSUMED_OFFSET);
        }
        Instant at = date.date().atTime(date.time().orElseThrow()).atZone(zone.get()).toInstant();
        tell(declared, date.instant(), HYPOTHESIS_WEIGHT, note);
        sameClock.ifPresent(path -> evidence.add(countryClock(date, path)));
        tell(declared, at, DOUBTED_WEIGHT, "no zone declared, read in " + zone.get());
        return Sure.of(at, DateCertainty.ASSUMED_OFFSET);
    }

    private Optional<ZoneId> assumedZone(String declared) {
        return input.urls().stream()
                .limit(1)
                .flatMap(url -> CountryZone.of(url).stream())
                .map(CountryZone::zone)
                .findFirst()
                .or(() -> ScriptZone.of(declared));
    }

    private Sure declaredZone(String declared, WrittenDate date) {
        Optional<PathEvidence> contradiction = contradiction(date);
        float weight = contradiction.isPresent() ? DOUBTED_WEIGHT : weightAmongRivals(date);
        tell(declared, date.instant(), weight, "as declared");
        contradiction.ifPresent(path -> suspect(date, path));
        return Sure.of(date.instant(), DateCertainty.EXPLICIT_OFFSET);
    }

    private float weightAmongRivals(WrittenDate date) {
        if (rivals.stream().anyMatch(rival -> rival.contradicts(date))) {
            return DOUBTED_WEIGHT;
        }
        return rivals.stream().anyMatch(rival -> rival.agrees(date))
                ? AGREED_WEIGHT
                : DECLARED_WEIGHT;
    }

    private Optional<PathEvidence> contradiction(WrittenDate date) {
        return paths.stream().filter(path -> path.contradictsZoneOf(date)).findFirst();
    }

    private void suspect(WrittenDate date, PathEvidence path) {
        String why = "the wall clock follows an upload of " + path.time().at();
        flags.add(QualityCode.DATE_TZ_SUSPECT.on(FIELD, why));
        evidence.add(countryClock(date, path));
    }

    private static DateEvidence countryClock(WrittenDate date, PathEvidence path) {
        ZoneOffset offset = path.offset().orElse(ZoneOffset.UTC);
        return evidence(
                OffsetSigns.COUNTRY,
                path.zone().map(CountryZone::country).orElse(""),
                date.at(offset).instant(),
                HYPOTHESIS_WEIGHT,
                "the declared wall clock, read at " + offset + " of that country");
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
                declared.flatMap(text -> DateText.read(text, input.retrievedAt()))
                        .map(date -> date.instant().plus(correctionOf(date)))
                        .filter(at -> !at.isAfter(input.seenAt().plus(FUTURE_MAX)));
        if (declared.isPresent() && modified.isEmpty()) {
            flags.add(QualityCode.DATE_INVALID.on("dateModified", declared.get()));
        }
        return modified;
    }

    /** What is true of the zone of the one is true of the other; a day has none. */
    private Duration correctionOf(WrittenDate date) {
        return date.time().isEmpty() || date.basis() == DayBasis.REFERENCE
                ? Duration.ZERO
                : input.correction()
                        .or(() -> input.learned().map(LearnedOffset::correction))
                        .orElse(Duration.ZERO);
    }

    private void tell(String value, @Nullable Instant interpretedAs, float weight, String note) {
        tell(OffsetSigns.DECLARED, value, interpretedAs, weight, note);
    }

    /** A day is no reading of a clock, and tells nothing about one. */
    private void tellDay(String value, Instant interpretedAs, float weight, String note) {
        tell("published.day", value, interpretedAs, weight, note);
    }

    private void tell(
            String field,
            String value,
            @Nullable Instant interpretedAs,
            float weight,
            String note) {
        evidence.add(evidence(field, value, interpretedAs, weight, note));
    }

    private static DateEvidence evidence(
            String field,
            String value,
            @Nullable Instant interpretedAs,
            float weight,
            String note) {
        return DateEvidence.newBuilder()
                .setField(field)
                .setValue(Excerpt.of(value))
                .setInterpretedAs(interpretedAs)
                .setWeight(weight)
                .setNote(note)
                .build();
    }
}

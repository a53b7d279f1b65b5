package io.broadsheet.enrich.step.date;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.DateEvidence;
import io.broadsheet.v1.QualityFlag;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The date of an article that may not declare one: what its page shows beside its title counts
 * next, and then the day in its own address, as {@code /2022/03/13/}. Each is flagged. The time of
 * the search is never taken for it.
 */
public final class DateSearch {

    private static final String FIELD = "datePublished";
    private static final String SHOWN = "page:time";
    private static final Set<String> VAGUE = Set.of("date", "dc.date", "dcterms.date");

    private final DateInput input;
    private final Map<String, String> extensions;
    private final List<String> shown;

    private DateSearch(DateInput input, Map<String, String> extensions, List<String> shown) {
        this.input = input;
        this.extensions = extensions;
        this.shown = shown;
    }

    /**
     * The dates, with everything that speaks for and against them.
     *
     * @param extensions of the article; dates of publication among them are evidence
     * @param shown what the page shows of dates, the best first; empty if it is no page
     * @param address of the article, if it has one
     */
    public static Dates read(
            DateInput input,
            Map<String, String> extensions,
            List<String> shown,
            Optional<String> address) {
        return new DateSearch(input, extensions, shown).read(address);
    }

    private Dates read(Optional<String> address) {
        Dates declared = DateStep.read(input, withShown());
        Optional<String> seen =
                shown.stream().filter(date -> DateText.read(date).isPresent()).findFirst();
        boolean other = seen.filter(this::isOfOtherDay).isPresent();
        if (declared.published().isPresent() && !(other && isVague())) {
            return declared;
        }
        return seen.map(date -> extracted(declared, date))
                .filter(dates -> dates.published().isPresent())
                .orElseGet(() -> inAddress(declared, address));
    }

    /**
     * Whether nothing is declared but a date of which nobody says what of: systems write into it
     * when the page was made or changed. What readers are shown is better.
     */
    private boolean isVague() {
        return VAGUE.stream().map(extensions::get).anyMatch(this::isPublished)
                && DateRival.in(extensions, Optional.empty()).stream()
                        .allMatch(rival -> VAGUE.contains(rival.field()));
    }

    private boolean isOfOtherDay(String date) {
        Optional<LocalDate> known =
                input.published().flatMap(DateText::read).map(WrittenDate::date);
        return !DateText.read(date).map(WrittenDate::date).equals(known);
    }

    private boolean isPublished(@Nullable String written) {
        return written != null && input.published().filter(written::equals).isPresent();
    }

    /** A time that a page has marked for programs may have the zone that the declared one lacks. */
    private Map<String, String> withShown() {
        if (shown.isEmpty()) {
            return extensions;
        }
        Optional<WrittenDate> declared =
                input.published().flatMap(DateText::read).filter(date -> date.offset().isEmpty());
        Optional<String> fuller =
                declared.flatMap(known ->
                        shown.stream()
                                .filter(date ->
                                        DateText.read(date)
                                                .filter(d -> isZoned(d, known))
                                                .isPresent())
                                .findFirst());
        if (fuller.isEmpty()) {
            return extensions;
        }
        Map<String, String> all = new HashMap<>(extensions);
        all.putIfAbsent(SHOWN, fuller.get());
        return all;
    }

    private static boolean isZoned(WrittenDate date, WrittenDate known) {
        return date.offset().isPresent()
                && date.time().isPresent()
                && date.date().equals(known.date());
    }

    private Dates extracted(Dates declared, String date) {
        Dates found = DateStep.read(input.withPublished(date), extensions);
        QualityFlag flag = QualityCode.DATE_EXTRACTED.on(FIELD, date);
        return new Dates(
                found.published(),
                found.certainty(),
                found.modified(),
                Stream.concat(told(declared), found.evidence().stream()).distinct().toList(),
                Stream.concat(kept(declared, found), Stream.of(flag)).distinct().toList());
    }

    private static Stream<DateEvidence> told(Dates declared) {
        return declared.evidence().stream().filter(e -> e.getInterpretedAs() == null);
    }

    private static Stream<QualityFlag> kept(Dates declared, Dates found) {
        return Stream.concat(withoutMissing(declared), found.flags().stream());
    }

    private static Stream<QualityFlag> withoutMissing(Dates dates) {
        return dates.flags().stream()
                .filter(flag -> !flag.getCode().equals(QualityCode.DATE_MISSING.name()));
    }

    private Dates inAddress(Dates declared, Optional<String> address) {
        return address.flatMap(url -> PathDay.in(url, input.seenAt()))
                .map(day -> inferred(declared, day))
                .orElse(declared);
    }

    private static Dates inferred(Dates declared, PathDay day) {
        List<DateEvidence> evidence = new ArrayList<>(declared.evidence());
        evidence.add(day.evidence());
        QualityFlag flag = QualityCode.DATE_INFERRED.on(FIELD, day.written());
        return new Dates(
                Optional.of(day.at()),
                DateCertainty.DATE_ONLY,
                declared.modified(),
                evidence,
                Stream.concat(withoutMissing(declared), Stream.of(flag)).toList());
    }
}

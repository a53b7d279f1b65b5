package io.broadsheet.enrich.step.maintext;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a date with its year in a short text. What it means is not decided here. */
final class DateInText {

    private static final String TIME =
            "(?:[ ,T|–-]{1,3}(?:um |at |à |- )?\\d{1,2}[:.]\\d{2}(?::\\d{2})?(?: ?[AaPp]\\.?[Mm]\\.?)?)?";

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:(?:19|20)\\d{2}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?"
                            + "|(?:19|20)\\d{2}[/.]\\d{1,2}[/.]\\d{1,2}"
                            + "|(?:19|20)\\d{2} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]"
                            + "|\\d{1,2}\\. ?\\d{1,2}\\. ?(?:19|20)\\d{2}"
                            + "|\\d{1,2}[/-]\\d{1,2}[/-](?:19|20)\\d{2}"
                            + "|(?:19|20)\\d{2}\\. \\p{L}{3,12}\\.? \\d{1,2}\\.,?"
                            + "|\\d{1,2}(?:\\.|st|nd|rd|th|er|º|ª)? (?:de |of )?[\\p{L}\\p{M}/]{3,24}\\.?,? (?:de |del )?(?:19|20)\\d{2}"
                            + "|\\d{1,2} tháng \\d{1,2},? (?:năm )?(?:19|20)\\d{2}"
                            + "|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2})"
                            + TIME);

    private DateInText() {}

    static Optional<String> in(String text) {
        Matcher date = DATE.matcher(text);
        return date.find() ? Optional.of(date.group()) : Optional.empty();
    }
}

package io.broadsheet.enrich;

import io.broadsheet.enrich.step.about.Byline;
import io.broadsheet.enrich.step.about.Link;
import io.broadsheet.enrich.step.about.Subjects;
import io.broadsheet.enrich.step.body.Body;
import io.broadsheet.enrich.step.date.Dates;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.images.Images;
import io.broadsheet.enrich.step.keywords.Keywords;
import io.broadsheet.enrich.step.language.LanguageGuess;
import io.broadsheet.enrich.step.text.Description;
import io.broadsheet.enrich.step.text.TextCount;
import io.broadsheet.v1.QualityFlag;

import java.util.List;
import java.util.Optional;

/**
 * What the steps found out about one article.
 *
 * @param text what is in it
 * @param about what is said about it
 * @param images its pictures
 * @param dates its dates
 */
record Findings(Text text, About about, Images images, Dates dates) {

    /** What is in an article. */
    record Text(
            Body body,
            TextCount count,
            Description description,
            LanguageGuess language,
            Keywords keywords,
            Optional<Fingerprint> fingerprint) {}

    /** What is said about an article. */
    record About(Optional<String> headline, Link link, Byline byline, Subjects subjects) {}

    /** All that was found wrong, in the order of the steps. */
    List<QualityFlag> flags() {
        return java.util.stream.Stream.of(
                        about.link().flags(),
                        about.byline().flags(),
                        about.subjects().flags(),
                        dates.flags(),
                        text.language().flags(),
                        text.body().flags(),
                        images.flags())
                .flatMap(List::stream)
                .toList();
    }
}

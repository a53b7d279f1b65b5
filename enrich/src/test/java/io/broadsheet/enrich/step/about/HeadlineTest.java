package io.broadsheet.enrich.step.about;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.step.maintext.PageFacts;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of a declared title is the headline. */
class HeadlineTest {

    static {
        ContractClasses.trust();
    }

    private static Optional<String> headline(String declared, String heading, String title) {
        var facts =
                new PageFacts(
                        Optional.of(heading).filter(text -> !text.isEmpty()),
                        List.of(),
                        List.of(),
                        title);
        var source = Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();
        return Headline.of(Optional.of(declared), facts, source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // declared;heading;headline
                "The late ferry - Daily Gull;;The late ferry",
                "Daily Gull: The late ferry;;The late ferry",
                "Gull: The late ferry;;Gull: The late ferry",
                "Daily Gull | The late ferry;;The late ferry",
                "The late ferry – News;The late ferry;The late ferry",
                "Fog - a ferry is late;Ferry late;Fog - a ferry is late",
                "The late ferry;Another heading;The late ferry",
            })
    void theNameOfTheSiteGoesAndNothingElse(String declared, String heading, String headline) {
        assertThat(headline(declared, heading == null ? "" : heading, "something else"))
                .contains(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // title of the document, also declared;heading;headline
                "About | Coast Paper;The paper of the coast;The paper of the coast",
                "A ferry waits for the fog;The late ferry;A ferry waits for the fog",
                "A ferry waits for the fog - Coast Paper;;A ferry waits for the fog",
                "Fog » Weather » Coast;;Fog » Weather » Coast",
                "Tide Tables;A ferry in fog;Tide Tables",
                "Blog;A ferry in fog;A ferry in fog",
            })
    void aDocumentTitleIsBelievedLess(String title, String heading, String headline) {
        assertThat(headline(title, heading == null ? "" : heading, title)).contains(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                // declared;heading;headline
                "The Ferry To The Isles;The Ferry to the Isles;The Ferry to the Isles",
                "\"Late\" - a ferry's tale;“Late” – a ferry’s tale;“Late” – a ferry’s tale",
                "The late ferry;THE LATE FERRY;The late ferry",
                "The late ferry;The lateferry;The late ferry",
            })
    void whatSaysTheSameIsWrittenAsOverTheArticle(
            String declared, String heading, String headline) {
        assertThat(headline(declared, heading, "something else")).contains(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // declared;og:title;heading;title of the document;headline
                "Press releases;Press releases;A ferry waits;A ferry waits;A ferry waits",
                "Fog: A ferry waits;Fog: A ferry waits;A ferry waits;A ferry waits;A ferry waits",
                "A ferry waits;A ferry waits;Fog A ferry waits;Fog A ferry waits;A ferry waits",
                "A boat is late;A boat is late;A ferry waits;A ferry waits;A boat is late",
                "A boat is late;A ferry waits;A ferry waits;A ferry waits;A ferry waits",
                "A boat is late;A ferry waits;A ferry waits;A boat is late;A boat is late",
            })
    void whichTitleIsMeantIsToldByTheOthers(
            String declared, String card, String heading, String title, String headline) {
        var facts = new PageFacts(Optional.of(heading), List.of(), List.of(), title);
        var source = Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();
        Map<String, String> others = Map.of("ld:headline", declared, "og:title", card);

        assertThat(Headline.of(Optional.of(declared), facts, source, others)).contains(headline);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // og:title|heading|title of the document|headline
                "Fog delays boats|Why the late ferry waits|Fog and boats|Why the late ferry waits",
                "Fog delays boats|Why the late ferry waits|Fog delays boats|Why the late ferry waits",
                "Fog delays the boats|Weather Fog delays the boats|Fog|Fog delays the boats",
                "The late ferry waits in fog|the late ferry waits|Fog|The late ferry waits in fog",
                "Fog delays boats|Weather and Sea|Fog and boats|Fog delays boats",
                "Fog &#8211; boats wait|Weather Fog – boats wait|Fog|Fog – boats wait",
            })
    void whatIsWrittenForCardsYieldsToAnotherTitleOverTheArticle(
            String card, String heading, String title, String headline) {
        var facts = new PageFacts(Optional.of(heading), List.of(), List.of(), title);
        var source = Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();
        Map<String, String> others = Map.of("og:title", card, "twitter:title", card);

        assertThat(Headline.of(Optional.of(card), facts, source, others)).contains(headline);
    }

    @Test
    void ofABlogsArchiveTheTitleIsThatOfThePost() {
        String title = "Daily Gull » Blog Archive » Fog";
        var facts = new PageFacts(Optional.of("Daily Gull"), List.of(), List.of(), title);
        var source = Source.newBuilder().setSourceId("gull").build();

        assertThat(Headline.of(Optional.of(title), facts, source)).contains("Fog");
    }

    @Test
    void whatIsNoPageKeepsItsTitle() {
        var source = Source.newBuilder().setSourceId("gull").setName("Daily Gull").build();

        assertThat(Headline.of(Optional.of(" Fog | Daily Gull "), PageFacts.NONE, source))
                .contains("Fog | Daily Gull");
        assertThat(Headline.of(Optional.empty(), PageFacts.NONE, source)).isEmpty();
    }

    @Test
    void theNameOfTheSiteIsNoTitleWhereTheDocumentHasItBehindTheHeading() {
        assertThat(
                        headline(
                                "Gull Radio",
                                "A ferry waits in the fog",
                                "A ferry waits in the fog | Gull Radio"))
                .contains("A ferry waits in the fog");
    }
}

package io.broadsheet.enrich.step.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Set;

/** The words of names, and how they are found. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "relatedPosts__item-2, related",
        "related_posts, posts",
        "relatedPosts, posts",
        "RELATED, related",
    })
    void namesAreMadeOfWordsInAnySpelling(String name, String word) {
        var element = new Element("div").addClass(name);

        assertThat(NameWords.of(element).hasAny(Set.of(word))).isTrue();
    }

    @Test
    void aWordInsideOfAnotherIsNone() {
        var element = new Element("div").attr("id", "unrelated");

        assertThat(NameWords.of(element).hasAny(Set.of("related"))).isFalse();
    }

    @Test
    void wordsAreJoinedButNamesAreNot() {
        var element = new Element("div").attr("class", "article-body post").attr("id", "content");

        assertThat(NameWords.of(element).joined()).isEqualTo("articlebody post content");
    }

    @ParameterizedTest
    @CsvSource({
        "articlebody, true",
        "myarticlebodytext, true",
        "article body, false",
        "articlebod, false",
        "articlearticlebody, true",
        "postbo postbody, true",
        "'', false",
    })
    void anyOfManyWordsIsFoundInOnePass(String text, boolean found) {
        var finder = new WordFinder(List.of("articlebody", "body", "postbody").subList(0, 1));
        var both = new WordFinder(List.of("articlebody", "postbody"));

        assertThat(both.findsIn(text)).isEqualTo(found);
        assertThat(finder.findsIn(text)).isEqualTo(found && text.contains("articlebody"));
    }

    @Test
    void windowsTellTextsThatAreTheSameButForMarks() {
        String text =
                Folded.of("The ferry to the island was late this morning, because of the fog.");

        assertThat(
                        Windows.of(text)
                                .shareOf(
                                        Folded.of(
                                                "The FERRY to the island – was late this morning")))
                .isEqualTo(1);
        assertThat(
                        Windows.of(text)
                                .shareOf(Folded.of("A mill on the river turns again after years")))
                .isZero();
        assertThat(Windows.of(text).shareOf("short")).isZero();
    }
}

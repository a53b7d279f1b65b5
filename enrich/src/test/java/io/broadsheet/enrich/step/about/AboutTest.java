package io.broadsheet.enrich.step.about;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.LookAlike;
import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Who, where and about what. */
class AboutTest {

    @BeforeAll
    static void trustTheContract() {
        ContractClasses.trust();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Smith, Bo de Jong and Carl Wu|Ann Smith/Bo de Jong/Carl Wu",
                "张三、李四|张三/李四",
                "Smith, Jones and Partners|Smith, Jones and Partners",
                "Reuters, Staff|Reuters, Staff",
                "By Ann Smith|Ann Smith",
                "Anderson Sandy|Anderson Sandy",
            })
    void aBylineIsSplitOnlyWhereEveryPartIsAPerson(String byline, String names) {
        assertThat(Name.allIn(byline)).extracting(Name::text).containsExactly(names.split("/", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "stat:withheld, WITHHELD",
        "canceled, CANCELED",
        "stat:Canceled, CANCELED",
        "embargoed, WITHHELD"
    })
    void whatItsPublisherHoldsBackIsNotUsable(String status, PubStatus told) {
        var flag = QualityCode.PUB_STATUS_NOT_USABLE.on("pubStatus", status);
        RawArticle raw = LookAlike.raw().setQuality(List.of(flag)).build();

        assertThat(Publication.statusOf(raw)).isEqualTo(told);
        assertThat(Publication.statusOf(LookAlike.raw().build())).isEqualTo(PubStatus.USABLE);
    }

    @Test
    void aMarkdownLinkIsANameAndItsAddress() {
        Agent author = byline("Webtoons - [Naver](https://naver.example/w)").authors().getFirst();

        assertThat(author.getName()).isEqualTo("Webtoons - Naver");
        assertThat(author.getUri()).isEqualTo("https://naver.example/w");
    }

    @Test
    void theOutletIsKnownInOtherCaseAndWidth() {
        assertThat(byline("ｄａｉｌｙ　lantern").flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("AUTHOR_IS_PUBLISHER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"No  Author", "undefined", " - ", "作者不详"})
    void whatSaysThatNobodyIsNamedIsNoAuthor(String written) {
        Byline byline = byline(written);

        assertThat(byline.authors()).isEmpty();
        assertThat(byline.flags())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("AUTHOR_PLACEHOLDER", written));
    }

    @Test
    void whoeverStaysUnknownByAPenNameIsAnAuthor() {
        assertThat(byline("Anonymous").authors())
                .extracting(Agent::getName)
                .containsExactly("Anonymous");
    }

    @Test
    void tagsAreKeywordsAndOtherCategoriesSubjects() {
        RawArticle raw =
                LookAlike.raw()
                        .setSource(Source.newBuilder().setSourceId("s").setSection("科技").build())
                        .setCategories(
                                List.of(
                                        Category.newBuilder().setTerm("Space").build(),
                                        Category.newBuilder()
                                                .setTerm("moon")
                                                .setScheme("tag")
                                                .build()))
                        .build();

        Subjects subjects = Subjects.of(raw);

        assertThat(subjects.sections()).containsExactly("科技");
        assertThat(subjects.keywords()).containsExactly("moon");
        assertThat(subjects.subjects()).extracting(Category::getTerm).containsExactly("Space");
    }

    @Test
    void aLinkStaysAsDeclared() {
        Link link = Link.of(LookAlike.raw().setLink(" https://H.example/a?b=1&a=2#c ").build());

        assertThat(link.url()).contains("https://H.example/a?b=1&a=2#c");
        assertThat(link.basis()).isEqualTo(Basis.DECLARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h.example/a?utm_source=x",
                "https://www.google.com/url?q=https%3A%2F%2Fh.example%2Fa",
                "https://h-example.cdn.ampproject.org/c/s/h.example/a"
            })
    void aLinkIsWhatItLeadsToAndThisIsInferred(String written) {
        Link link = Link.of(LookAlike.raw().setLink(written).build());

        assertThat(link.url()).contains("https://h.example/a");
        assertThat(link.base()).contains("https://h.example/a");
        assertThat(link.basis()).isEqualTo(Basis.INFERRED);
    }

    @Test
    void ofAFormForTelephonesThePageItselfIsTakenOnlyIfTheSourceNamesIt() {
        RawArticle.Builder raw = LookAlike.raw().setLink("https://m.example.org/a/amp");

        assertThat(Link.of(raw.build()).url()).contains("https://m.example.org/a/amp");
        assertThat(Link.of(raw.setGuid("https://www.example.org/a").build()).url())
                .contains("https://www.example.org/a");
        assertThat(Link.of(raw.setGuid("https://www.example.org/b").build()).url())
                .contains("https://m.example.org/a/amp");
    }

    @Test
    void aRelativeLinkIsMadeAbsoluteByWhereItWasFound() {
        FetchContext page =
                FetchContext.newBuilder()
                        .setFetchId("f")
                        .setRequestUrl("https://h.example/feed")
                        .setRetrievedAt(LookAlike.SEEN_AT)
                        .build();

        Link link = Link.of(LookAlike.raw().setFetch(page).setLink("/a").build());

        assertThat(link.url()).contains("https://h.example/a");
        assertThat(link.basis()).isEqualTo(Basis.INFERRED);
    }

    @Test
    void aGuidThatIsALinkStandsInForOne() {
        RawArticle raw = LookAlike.raw().setGuid("https://h.example/a").build();

        assertThat(Link.of(raw).url()).contains("https://h.example/a");
        assertThat(Link.of(RawArticle.newBuilder(raw).setGuidIsPermaLink(false).build()).flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("LINK_MISSING");
    }

    @Test
    void whatIsNoUrlIsSaidToBeNone() {
        assertThat(Link.of(LookAlike.raw().setGuid("1").setLink("javascript:x").build()).flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("LINK_INVALID");
    }

    private static Byline byline(String name) {
        var source = Source.newBuilder().setSourceId("s").setName("Daily Lantern").build();
        return Byline.of(List.of(Agent.newBuilder().setName(name).build()), source);
    }
}

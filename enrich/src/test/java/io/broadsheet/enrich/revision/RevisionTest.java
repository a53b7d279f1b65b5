package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.state.v1.ArticleState;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How a version differs from the one before, and what is kept. */
class RevisionTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String BODY = "The ferry left the harbour at nine. ".repeat(20);

    @BeforeAll
    static void trust() {
        ContractClasses.trust();
    }

    @Test
    void anotherPunctuationIsCosmetic() {
        assertThat(change("The ferry is late", BODY.replace(".", "!")))
                .isEqualTo(ChangeClass.COSMETIC);
        assertThat(change("The Ferry is late!", BODY)).isEqualTo(ChangeClass.COSMETIC);
    }

    @Test
    void oneSentenceOfTwentyIsMinorAndFiveAreMaterial() {
        assertThat(change("The ferry is late", BODY + "Nobody was hurt at all. "))
                .isEqualTo(ChangeClass.MINOR);
        assertThat(change("The ferry is late", BODY + "Nobody was hurt, says he. ".repeat(5)))
                .isEqualTo(ChangeClass.MATERIAL);
    }

    @Test
    void anotherHeadlineIsMaterial() {
        assertThat(change("The ferry has sunk", BODY)).isEqualTo(ChangeClass.MATERIAL);
    }

    @Test
    void theChangedFieldsAreToldWithTheirValues() {
        EnrichedArticle next = next("The ferry has sunk", BODY + "It is gone.");

        assertThat(next.getChanges())
                .extracting(FieldChange::getField, FieldChange::getBefore, FieldChange::getAfter)
                .containsExactly(
                        tuple("headline", "The ferry is late", "The ferry has sunk"),
                        tuple("articleBody", null, null));
    }

    @Test
    void aLongValueIsCutAndStillComparesExactly() {
        String same = "x".repeat(3_000);
        EnrichedArticle before = article("h", "b", "hash-1").setDescription(same + "1").build();
        EnrichedArticle after = article("h", "b", "hash-2").setDescription(same + "2").build();
        ArticleState state = Revision.first(before, "d", NOW).state();

        FieldChange change =
                Revision.next(state, after, "d", NOW).article().build().getChanges().getFirst();

        assertThat(change.getField()).isEqualTo("description");
        assertThat(change.getBefore()).hasSizeLessThan(600).isNotEqualTo(change.getAfter());
    }

    @Test
    void whatIsRememberedStaysBounded() {
        ArticleState state = Revision.first(article("h", "b", "0").build(), "d", NOW).state();
        for (int i = 1; i <= 100; i++) {
            EnrichedArticle fresh =
                    article("h", "b", "" + i)
                            .setAltIds(List.of("alt-" + i, "y".repeat(10_000)))
                            .build();
            state = Revision.next(state, fresh, "d", NOW).state();
        }

        assertThat(state.getVersion()).isEqualTo(101);
        assertThat(state.getAltIds())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(101 - BoundedList.ENTRIES_MAX, 100)
                                .mapToObj(i -> "alt-" + i)
                                .toList());
    }

    private static ChangeClass change(String headline, String body) {
        return next(headline, body).getChange();
    }

    private static EnrichedArticle next(String headline, String body) {
        EnrichedArticle before = article("The ferry is late", BODY, "hash-1").build();
        ArticleState state = Revision.first(before, "d", NOW).state();
        EnrichedArticle fresh = article(headline, body, "hash-2").build();
        return Revision.next(state, fresh, "d", NOW).article().build();
    }

    private static EnrichedArticle.Builder article(String headline, String body, String hash) {
        return EnrichedArticle.newBuilder()
                .setArticleId("a")
                .setVersion(1)
                .setContentHash(hash)
                .setSource(Source.newBuilder().setSourceId("harbour-news").build())
                .setHeadline(headline)
                .setArticleBody(body)
                .setFirstCreated(NOW)
                .setVersionCreated(NOW)
                .setRawRef(new RecordRef("t", 0, 0L));
    }
}

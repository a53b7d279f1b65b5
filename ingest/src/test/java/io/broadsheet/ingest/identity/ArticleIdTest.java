package io.broadsheet.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.IdentityBasis;

import org.junit.jupiter.api.Test;

/** The identity ladder, rung by rung; expected ids were made by another program. */
class ArticleIdTest {

    private static final SourceId SOURCE = new SourceId("test");

    @Test
    void titleAndPublishedDateMakeTheFingerprint() {
        ArticleId id = ArticleId.of(SOURCE, draft("Tide tables"), IdentityBasis.UNKNOWN);

        assertThat(id.value()).isEqualTo("3af638da7daefa5f4724a5ea80c0a618");
        assertThat(id.basis()).isEqualTo(IdentityBasis.CONTENT_FINGERPRINT);
    }

    @Test
    void theTimeOfARunIsNoPartOfTheIdentity() {
        Draft draft = draft("Tide tables");
        draft.publishedByRun();

        assertThat(ArticleId.of(SOURCE, draft, IdentityBasis.UNKNOWN).value())
                .isEqualTo("229787a7a34f37f381fdd19c787320d9");
    }

    @Test
    void composedAndDecomposedTitlesAreOneArticle() {
        assertThat(ArticleId.of(SOURCE, draft("Caf\u00e9"), IdentityBasis.UNKNOWN))
                .isEqualTo(ArticleId.of(SOURCE, draft("Cafe\u0301"), IdentityBasis.UNKNOWN));
    }

    @Test
    void aGuidComesFirst() {
        Draft draft = draft("Tide tables");
        draft.article().setGuid(" g-1 ");
        draft.canonicalUrl("https://www.example.org/a");

        assertThat(ArticleId.of(SOURCE, draft, IdentityBasis.UNKNOWN).value())
                .isEqualTo("a7575cee6093205477a20b688c928473");
    }

    @Test
    void aCanonicalUrlComesBeforeALink() {
        Draft draft = draft("Tide tables");
        draft.canonicalUrl("https://www.example.org/canonical");
        draft.article().setLink("https://www.example.org/link");

        assertThat(ArticleId.of(SOURCE, draft, IdentityBasis.UNKNOWN).basis())
                .isEqualTo(IdentityBasis.CANONICAL_URL);
    }

    @Test
    void aLinkIsNormalizedFirst() {
        Draft draft = draft("Tide tables");
        draft.article().setLink("https://WWW.example.org:443/a?c=2&utm_source=x&b=1#top");

        assertThat(ArticleId.of(SOURCE, draft, IdentityBasis.UNKNOWN).value())
                .isEqualTo("0bae8ca6f4c66d75a241a24085feccf1");
    }

    @Test
    void withoutATitleTheBodyTellsArticlesApart() {
        Draft one = new Draft();
        one.body("one", "text/html");
        Draft two = new Draft();
        two.body("two", "text/html");

        assertThat(ArticleId.of(SOURCE, one, IdentityBasis.UNKNOWN))
                .isNotEqualTo(ArticleId.of(SOURCE, two, IdentityBasis.UNKNOWN));
    }

    private static Draft draft(String title) {
        Draft draft = new Draft();
        draft.article().setTitle(title).setPublished("Mon, 06 May 2024 10:15:00 GMT");
        return draft;
    }
}

package io.broadsheet.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** How sources take articles back, or hold them back. */
class WithdrawalTest {

    private static final String ENTRY =
            "<entry><id>tag:a</id><title>Tides</title><updated>%s</updated></entry>";
    private static final String DELETED =
            "<at:deleted-entry ref='tag:a' when='2026-01-02T00:00:00Z'>"
                    + "<at:comment>withdrawn by the editor</at:comment></at:deleted-entry>";

    @ParameterizedTest
    @CsvSource({
        "status: retracted, status: retracted",
        "Status: Withdrawn, status: withdrawn",
        "retracted: true, retracted",
        "draft: true, draft: true",
        "published: false, published: false",
        "post_status: private, poststatus: private",
    })
    void frontMatterSaysThatAPostIsNotToBeUsed(String line, String status) {
        RawArticle article = post(line);

        assertThat(status(article)).contains(status);
        assertThat(article.getArticleId()).isEqualTo(post("").getArticleId());
        assertThat(article.getContentHash()).isNotEqualTo(post("").getContentHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "draft: false",
                "published: true",
                "status: evergreen",
                "retracted: no",
                "description: retracted"
            })
    void otherWordsOfFrontMatterSayNothing(String line) {
        assertThat(status(post(line))).isEmpty();
    }

    @Test
    void anArticleInJsonSaysItAndNeedsNoMoreThanAName() {
        RawArticle article =
                articles(
                                "[{\"guid\": \"a\", \"title\": \"Tides\"},"
                                        + "{\"guid\": \"a\", \"title\": null, \"pubStatus\": \"canceled\"}]")
                        .getLast();

        assertThat(status(article)).contains("canceled");
        assertThat(article.getTitle()).isNull();
    }

    @Test
    void aDeletedEntryOfAtomIsTheWithdrawalOfTheArticleOfThatId() {
        RawArticle published = atom(ENTRY.formatted("2026-01-01T00:00:00Z")).getFirst();
        RawArticle deleted = atom(DELETED).getFirst();

        assertThat(deleted.getArticleId()).isEqualTo(published.getArticleId());
        assertThat(status(deleted)).contains("at:deleted-entry: deleted");
        assertThat(deleted.getUpdated()).isEqualTo("2026-01-02T00:00:00Z");
        assertThat(deleted.getExtensions()).containsEntry("at:comment", "withdrawn by the editor");
    }

    @Test
    void ofAnEntryAndItsDeletionInOneFeedTheLaterCounts() {
        assertThat(atom(ENTRY.formatted("2026-01-01T00:00:00Z") + DELETED))
                .extracting(RawArticle::getTitle, article -> status(article).isPresent())
                .containsExactly(tuple(null, true));
        assertThat(atom(DELETED + ENTRY.formatted("2026-01-03T00:00:00Z")))
                .extracting(RawArticle::getTitle, article -> status(article).isPresent())
                .containsExactly(tuple("Tides", false));
    }

    @Test
    void aDeletionThatNamesNothingIsToldSo() {
        Reading reading = read(feed("<at:deleted-entry when='2026-01-02T00:00:00Z'/>"));

        assertThat(((Reading.Articles) reading).letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.getMessage()).contains("(in Atom: ref)"));
    }

    private static Optional<String> status(RawArticle article) {
        return article.getQuality().stream()
                .filter(flag -> flag.getCode().equals("PUB_STATUS_NOT_USABLE"))
                .map(QualityFlag::getDetail)
                .findFirst();
    }

    private static RawArticle post(String line) {
        return articles("---\ntitle: Tides\ndate: 2026-01-02\n%s\n---\nWords.\n".formatted(line))
                .getFirst();
    }

    private static List<RawArticle> atom(String entries) {
        return articles(feed(entries));
    }

    private static String feed(String entries) {
        return "<feed xmlns='http://www.w3.org/2005/Atom'"
                + " xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
                + entries
                + "</feed>";
    }

    private static List<RawArticle> articles(String document) {
        return ((Reading.Articles) read(document)).articles();
    }

    private static Reading read(String document) {
        return Readers.read(document.getBytes(StandardCharsets.UTF_8));
    }
}

package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Row;
import io.broadsheet.v1.EnrichedArticle;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What readers find, in which scripts, and that article and question are read alike. */
@ExtendWith(WithPostgres.class)
class PostgresSearchIT {

    private final PostgresAddress address;
    private final Desk desk;

    PostgresSearchIT(TestServer server) {
        this.address = server.freshSchema();
        this.desk = server.desk(address);
    }

    @ParameterizedTest
    @CsvSource({
        "zh, 北京大学今日宣布新的研究计划, 大学 研究",
        "zh-pair, 他在上海, 上海",
        "zh-one, 的确, 的",
        "ja, ラーメンの作り方を学ぶ, ラーメン 作り方",
        "ko, 서울에서 열린 회의, 서울",
        "th, รัฐบาลไทยประกาศ, ประกาศ",
        "en, The Parliament passed the Bill, parliament BILL",
        "fr, Le café de la Gare, cafe gare",
        "ru, Ёлка в Москве, МОСКВЕ елка",
        "el, ΟΔΥΣΣΕΎΣ και Ιθάκη, οδυσσευς",
        "tr, İSTANBUL haberleri, istanbul",
        "wide, ＡＢＣ１２３ニュース, abc123",
        "mixed, iPhone手机发布会, iphone 手机",
        "digits, in 2026 it rained, 2026"
    })
    void aQuestionFindsItsArticle(String id, String headline, String question) {
        store(SearchDepth.FULL, Samples.builder(id, 1).setHeadline(headline).build());

        String asked =
                question.substring(question.indexOf("->") < 0 ? 0 : question.indexOf("->") + 2);
        assertThat(found(asked)).containsExactly(id);
    }

    @Test
    void whatDoesNotOccurIsNotFound() {
        store(SearchDepth.FULL, Samples.builder("a", 1).setHeadline("北京与大学").build());

        assertThat(found("北大")).isEmpty();
        assertThat(found("parliament")).isEmpty();
        assertThat(found("。,!")).isEmpty();
        assertThat(found("")).isEmpty();
    }

    @Test
    void theHeadlineCountsMostAndAllWordsMustOccur() {
        store(
                SearchDepth.FULL,
                Samples.builder("body", 1).setArticleBody("storm over the sea").build(),
                Samples.builder("head", 1).setHeadline("Storm").setArticleBody("sea").build(),
                Samples.builder("half", 1).setHeadline("Storm").setArticleBody("land").build());

        assertThat(found("storm sea")).containsExactly("head", "body");
    }

    @Test
    void keywordsAndDescriptionAreFoundWithoutTheBodyIfThatIsWanted() {
        EnrichedArticle article =
                Samples.builder("a", 1)
                        .setDescription("a description")
                        .setKeywords(List.of("keyword"))
                        .setArticleBody("text")
                        .build();
        store(SearchDepth.HEAD, article);

        assertThat(found("keyword description")).containsExactly("a");
        assertThat(found("text")).isEmpty();
    }

    @Test
    void nothingIsFoundWhereSearchIsOff() {
        store(SearchDepth.OFF, Samples.article("a", 1));

        assertThat(desk.query("SELECT search FROM article")).containsOnlyNulls();
    }

    @Test
    void textsOfAnyLengthAreStored() {
        var numbers = new StringBuilder();
        for (int i = 0; numbers.length() < 1_000_000; i++) {
            numbers.append(i).append(' ');
        }
        var characters = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            characters.appendCodePoint(0x4e00 + (int) ((i * 7919L + i / 20_000) % 20_000));
        }
        store(
                SearchDepth.FULL,
                Samples.builder("n", 1).setArticleBody(numbers.toString()).build(),
                Samples.builder("c", 1).setArticleBody(characters.toString()).build(),
                Samples.builder("w", 1).setArticleBody("x".repeat(300_000)).build());

        assertThat(found("777")).containsExactly("n");
        assertThat(found("x".repeat(80))).containsExactly("w");
    }

    /** Beside a letter on each side, so that a mark or a space shows too. */
    @Test
    void everyCharacterIsReadTheSameByTheArticleAndByTheQuestion() throws SQLException {
        store(SearchDepth.FULL);
        List<String> differing = new ArrayList<>();
        try (Connection connection = PostgresConnections.open(address, address.writer());
                PreparedStatement ask =
                        connection.prepareStatement("SELECT ?::tsvector @@ search_query(?)")) {
            for (int c = 1; c < 0x20000; c++) {
                if (isAssigned(c) && !agree(ask, "q" + Character.toString(c) + "z")) {
                    differing.add("%04x".formatted(c));
                }
            }
        }
        assertThat(differing).isEmpty();
    }

    private static boolean agree(PreparedStatement ask, String text) throws SQLException {
        EnrichedArticle article =
                Samples.builder("a", 1).setHeadline(text).setArticleBody(null).build();
        ask.setString(1, Objects.requireNonNull(SearchVector.of(article, SearchDepth.FULL)).text());
        ask.setString(2, text);
        try (ResultSet answer = ask.executeQuery()) {
            answer.next();
            return answer.getBoolean(1);
        }
    }

    /** Not one that only the newer of the two sides knows. */
    private static boolean isAssigned(int codePoint) {
        return Character.isDefined(codePoint)
                && Character.getType(codePoint) != Character.SURROGATE;
    }

    private List<String> found(String question) {
        return desk.query("SELECT article_id FROM search_articles('" + question + "')");
    }

    private void store(SearchDepth depth, EnrichedArticle... articles) {
        var options = new PostgresOptions(depth, false);
        try (ArticleStore store = PostgresStore.at(address, options, "test", () -> Instant.EPOCH)) {
            var client = new StoreClient(store);
            Row[] rows = new Row[articles.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = new Row.Article(articles[i]);
            }
            client.stored(client.claim(0), rows);
        }
    }
}

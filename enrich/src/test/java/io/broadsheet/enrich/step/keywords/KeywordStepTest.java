package io.broadsheet.enrich.step.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/** Keywords in the languages that have their own way to words. */
class KeywordStepTest {

    private final KeywordStep step = new KeywordStep(8);

    @Test
    @DisplayName("What the source calls its tags is kept as it is, and nothing is added")
    void declaredFirst() {
        Keywords keywords =
                step.of(List.of("harbour", "Trade"), "Ferry ferry", "Ferry ferry", of("en"));

        assertThat(keywords).isEqualTo(new Keywords(List.of("harbour", "Trade"), Basis.DECLARED));
    }

    @Test
    @DisplayName("English: names and what the text comes back to, no words that tell nothing")
    void english() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "Harbour Board Delays New Ferry To Lyme Island",
                        "The Harbour Board said on Tuesday that the ferry to Lyme Island will start"
                                + " late. The ferry, built in Gdynia, waits for its licence."
                                + " “Our ferry is ready,” the board's Anna B. Quist said. In May the"
                                + " ferry was shown to people on Lyme Island.",
                        of("en"));

        assertThat(keywords.basis()).isEqualTo(Basis.EXTRACTED);
        assertThat(keywords.words())
                .contains("Lyme Island", "Harbour Board", "ferry")
                .doesNotContain("said", "that", "Tuesday", "Island", "Board", "late");
    }

    @Test
    @DisplayName("German: nouns, in all their forms, no row of them taken for a name")
    void german() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "Brücke bleibt gesperrt",
                        "Die Brücke über den Fluss bleibt gesperrt, sagte Bürgermeisterin Meier"
                                + " Reportern. Wann die Brücken wieder öffnen, weiß Meier nicht.",
                        of("de"));

        assertThat(keywords.words())
                .contains("Meier")
                .containsAnyOf("Brücke", "Brücken")
                .doesNotContain("Die", "Meier Reportern");
    }

    @Test
    @DisplayName("Russian: a word counts in all its cases")
    void russian() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "Новый мост через Каму",
                        "Строительство моста через реку завершено. Первые машины проехали по"
                                + " мосту вчера, и мост открыли в Перми. Власти Перми довольны.",
                        of("ru"));

        assertThat(keywords.words()).contains("Перми");
    }

    @Test
    @DisplayName("Chinese: people, places and nouns, told apart though nothing separates them")
    void chinese() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "长春市图书馆馆长王建国去世",
                        "长春市图书馆昨日宣布，馆长王建国去世。图书馆有很多新书。王建国表示，长春市民可以免费借书。",
                        of("zh-Hans"));

        assertThat(keywords.words()).contains("图书馆", "王建国").doesNotContain("可以", "表示", "的");
    }

    @Test
    @DisplayName("Chinese in traditional characters keeps them")
    void traditional() {
        Keywords keywords =
                step.of(List.of(), "高雄市新圖書館開放", "高雄市圖書館昨日開放，圖書館有很多新書。高雄市民可以免費借書。", of("zh-Hant"));

        assertThat(keywords.words()).contains("圖書館").noneMatch(word -> word.contains("图"));
    }

    @Test
    @DisplayName("Japanese: compounds in one piece, without particles and verbs")
    void japanese() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "新しい図書館が京都市に開館",
                        "京都市の図書館は昨日開館した。図書館には電気自動車の充電設備がある。電気自動車は無料で充電でき、電気自動車だけが入れる。",
                        of("ja"));

        assertThat(keywords.words()).contains("図書館", "電気自動車").doesNotContain("は", "した", "自動車");
    }

    @Test
    @DisplayName("Korean: nouns without their particles")
    void korean() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "부산에 새 도서관이 열린다",
                        "부산시는 도서관을 새로 열었다. 도서관에는 책이 많다. 부산 시민은 도서관에서 책을 빌린다.",
                        of("ko"));

        assertThat(keywords.words()).contains("도서관").doesNotContain("도서관을", "도서관에는");
    }

    @Test
    @DisplayName("Thai: words by the dictionary")
    void thai() {
        Keywords keywords =
                step.of(
                        List.of(),
                        "ห้องสมุดใหม่เปิดแล้ว",
                        "ห้องสมุดเปิดเมื่อวานนี้ มีหนังสือมากมาย ทุกคนยืมหนังสือได้ หนังสือใหม่มาทุกวัน",
                        of("th"));

        assertThat(keywords.words()).contains("หนังสือ");
    }

    @Test
    @DisplayName("No words are taken from a language that is not known, or none of whose are")
    void unknownLanguages() {
        String text = "Ferry ferry Ferry ferry ferry";

        assertThat(step.of(List.of(), text, text, Optional.empty())).isEqualTo(Keywords.NONE);
        assertThat(step.of(List.of(), text, text, of("la"))).isEqualTo(Keywords.NONE);
    }

    @Test
    @DisplayName("As many as are wanted, and none if none are")
    void bounded() {
        String text = "Alpha met Berta. Then Alpha and Berta met Carla, and Carla met Alpha.";

        assertThat(new KeywordStep(1).of(List.of(), "", "so " + text, of("en")).words()).hasSize(1);
        assertThat(new KeywordStep(0).of(List.of(), "", "so " + text, of("en")))
                .isEqualTo(Keywords.NONE);
    }

    @Test
    @DisplayName("A long text without a space is cut between characters")
    void surrogates() {
        String text = "𠀀".repeat(400);

        assertThat(step.of(List.of(), "", text, of("zh")).words())
                .allMatch(word -> word.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    private static Optional<String> of(String tag) {
        return Optional.of(tag);
    }
}

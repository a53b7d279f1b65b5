package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Which language a text is in, and what a declaration is worth. */
class LanguageStepTest {

    private static final LanguageStep STEP = new LanguageStep(Languages.all());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "小镇的居民在河边的广场上举办了灯会|zh-Hans",
                "小鎮的居民在河邊的廣場上舉辦了燈會|zh-Hant",
                "町の人々は川沿いの広場で祭りを開きました|ja",
                "마을 사람들이 강가 광장에서 등불 축제를 열었다|ko",
                "ชาวเมืองจัดงานเทศกาลโคมไฟ|th",
                "תושבי העיירה ערכו פסטיבל פנסים בכיכר|he",
                "Οι κάτοικοι της πόλης οργάνωσαν γιορτή|el",
                "The people of the town held a lantern festival on the square by the river|en",
                "Die Bewohner der Stadt feierten am Fluss ein Laternenfest|de",
                "Les habitants de la ville ont organisé une fête des lanternes|fr",
                "Los habitantes del pueblo celebraron una fiesta de faroles|es",
                "Жители города провели праздник, и самые красивые фонари были вывешены у реки|ru",
                "Мешканці міста провели свято ліхтарів на площі біля річки|uk",
                "أقام سكان البلدة مهرجان الفوانيس في الساحة قرب النهر|ar",
            })
    void aTextTellsItsLanguage(String text, String tag) {
        LanguageGuess guess = STEP.tell("", text, Optional.empty());

        assertThat(guess.tag()).contains(tag);
        assertThat(guess.basis()).isEqualTo(Basis.DETECTED);
        assertThat(guess.confidence()).isBetween(0.5f, 1f);
    }

    @Test
    void tooLittleTextHasNoLanguage() {
        assertThat(STEP.tell("", "", Optional.empty()).tag()).isEmpty();
        assertThat(STEP.tell("OK", "123 456", Optional.empty()).tag()).isEmpty();
    }

    @Test
    void aDeclarationThatFitsIsKeptWithItsRegion() {
        LanguageGuess guess =
                STEP.tell(
                        "The lantern festival", "It was held by the river.", Optional.of("en_us"));

        assertThat(guess.tag()).contains("en-US");
        assertThat(guess.basis()).isEqualTo(Basis.DECLARED);
        assertThat(guess.flags()).isEmpty();
    }

    @Test
    void aDeclarationThatTheTextContradictsIsNotBelieved() {
        LanguageGuess guess = STEP.tell("", "小镇的居民在河边的广场上举办了灯会", Optional.of("en"));

        assertThat(guess.tag()).contains("zh-Hans");
        assertThat(guess.flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("LANGUAGE_CONFLICT");
    }

    @Test
    void withoutTextTheDeclarationStands() {
        assertThat(STEP.tell("", "", Optional.of("pt-BR")).tag()).contains("pt-BR");
    }

    @Test
    void whatIsNoLanguageIsNotDeclared() {
        for (String declared : new String[] {"", "cn", "unknown!", "x".repeat(100), "und"}) {
            assertThat(STEP.tell("", "", Optional.of(declared)).tag()).isEmpty();
        }
    }
}

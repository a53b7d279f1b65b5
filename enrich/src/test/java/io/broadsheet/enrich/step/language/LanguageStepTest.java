package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

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
                "Становници града одржали су прославу на тргу поред реке|sr-Cyrl",
                "Житарице су ове године родиле боље него што су сељаци очекивали|sr-Cyrl",
                "Şəhər sakinləri çayın sahilindəki meydanda fənər bayramı keçirdilər|az-Latn",
                "Қала тұрғындары өзен жағасындағы алаңда шамдар мерекесін өткізді|kk",
                "नगर के लोगों ने नदी के किनारे दीपों का मेला लगाया और गीत गाए|hi",
                "गावातील लोकांनी नदीच्या काठावर दिव्यांचा उत्सव साजरा केला आणि गाणी गायली|mr",
                "شهر کے لوگوں نے دریا کے کنارے چراغوں کا میلہ لگایا اور گیت گائے|ur",
                "مردم شهر در کنار رودخانه جشن فانوس‌ها را برگزار کردند و آواز خواندند|fa",
                "የከተማዋ ነዋሪዎች በወንዙ ዳርቻ ላይ የፋኖስ በዓል አከበሩ|am",
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

    @Test
    void aTextOfWhichNothingIsKnownIsFlagged() {
        LanguageGuess guess = STEP.tell("", "qqq 123", Optional.empty());

        assertThat(guess.tag()).isEmpty();
        assertThat(guess.basis()).isEqualTo(Basis.UNKNOWN);
        assertThat(guess.confidence()).isZero();
        assertThat(codes(guess)).containsExactly("LANGUAGE_UNDECLARED", "LANGUAGE_UNKNOWN");
    }

    @Test
    void onlyConfiguredLanguagesAreFoundAndADeclaredOneMayBeAnother() {
        var step = new LanguageStep(new Languages(Set.of("en", "de")));

        assertThat(step.tell("", "Жители города провели праздник", Optional.empty()).tag())
                .isEmpty();
        assertThat(step.tell("", "Жители города провели праздник", Optional.of("ru")).tag())
                .contains("ru");
        assertThat(step.tell("", "Bergen by the sea", Optional.empty()).tag()).contains("en");
    }

    @Test
    void aDeclarationDecidesAmongLanguagesThatHardlyDiffer() {
        String text = "Stanovnici grada održali su proslavu na trgu pored rijeke";

        assertThat(STEP.tell("", text, Optional.of("bs")).tag()).contains("bs");
        assertThat(STEP.tell("", text, Optional.of("sr")).tag()).contains("sr-Latn");
        assertThat(codes(STEP.tell("", text, Optional.of("hr")))).isEmpty();
    }

    @Test
    void aDeclaredLanguageThatTheModelDoesNotKnowIsNotContradicted() {
        String text = "Os veciños da vila celebraron unha festa de farois na praza do río";

        LanguageGuess guess = STEP.tell("", text, Optional.of("gl"));

        assertThat(guess.tag()).contains("gl");
        assertThat(guess.basis()).isEqualTo(Basis.DECLARED);
        assertThat(guess.confidence()).isZero();
        assertThat(codes(guess)).isEmpty();
    }

    @Test
    void aWordThatManyLanguagesShareIsToldWithLessConfidenceThanASentence() {
        LanguageGuess word = STEP.tell("", "festival", Optional.empty());
        LanguageGuess sentence =
                STEP.tell("", "The festival of lanterns was held again", Optional.empty());

        assertThat(word.confidence()).isLessThan(0.6f);
        assertThat(sentence.confidence()).isGreaterThan(0.9f);
    }

    @Test
    void aTextInTwoLanguagesIsFlaggedAndToldWithLessConfidence() {
        String english =
                "The people of the town held a lantern festival on the square by the river, and"
                        + " the mayor lit the first of them.";
        String french =
                "Les habitants de la ville ont fêté les lanternes sur la place, et le maire a"
                        + " allumé la première au bord du fleuve.";

        LanguageGuess guess = STEP.tell("", english + " " + french, Optional.empty());

        assertThat(codes(guess)).contains("LANGUAGE_MIXED");
        assertThat(guess.confidence()).isLessThan(0.75f);
        assertThat(codes(STEP.tell("", english, Optional.empty())))
                .doesNotContain("LANGUAGE_MIXED");
    }

    @Test
    void theScriptOfTheTextIsPartOfTheDeclaredLanguage() {
        assertThat(STEP.tell("", "小鎮的居民在河邊的廣場上舉辦了燈會", Optional.of("zh")).tag()).contains("zh-Hant");
        assertThat(STEP.tell("", "Становници града", Optional.of("sr")).tag()).contains("sr-Cyrl");
    }

    private static List<String> codes(LanguageGuess guess) {
        return guess.flags().stream().map(QualityFlag::getCode).toList();
    }
}

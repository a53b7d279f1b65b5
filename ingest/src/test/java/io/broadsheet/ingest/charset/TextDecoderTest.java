package io.broadsheet.ingest.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.Charset;
import java.util.HexFormat;

/** Marks, declarations and evidence, in this order; and what no set can decode. */
class TextDecoderTest {

    private static final String CHINESE = "河谷市今天上午举行发布会，介绍水位回落后的交通恢复情况，记者提问后会议结束。".repeat(6);
    private static final String TRADITIONAL = "河谷市今天上午舉行發布會，介紹水位回落後的交通恢復情況，記者提問後會議結束。".repeat(6);
    private static final String RUSSIAN =
            "Сегодня утром в городе прошла встреча, на которой говорили о погоде и дорогах. "
                    .repeat(6);

    @Test
    void aByteOrderMarkDecides() {
        assertText(decoded("efbbbf414243"), "ABC", "UTF-8", Basis.DECLARED);
        assertText(decoded("fffe41004200"), "AB", "UTF-16LE", Basis.DECLARED);
        assertText(decoded("feff00410042"), "AB", "UTF-16BE", Basis.DECLARED);
    }

    @Test
    void plainUtf8IsDetected() {
        assertText(decoded(bytes(CHINESE, "UTF-8")), CHINESE, "UTF-8", Basis.DETECTED);
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "Big5", "UTF-16LE", "UTF-16BE"})
    void chineseWithoutADeclarationIsDetected(String charset) {
        String text = charset.equals("Big5") ? TRADITIONAL : CHINESE.replace("。", "。<p>\n");
        assertThat(decoded(bytes(text, charset)).text()).isEqualTo(text);
    }

    @Test
    void aGuessedCharacterSetIsSaidToBeGuessed() {
        Decoding.Decoded text = decoded(bytes(RUSSIAN, "KOI8-R"));

        assertThat(text.flags())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("CHARSET_GUESSED", "KOI8-R"));
        assertThat(decoded(bytes(RUSSIAN, "UTF-8")).flags()).isEmpty();
    }

    @Test
    void aSetThatIsNamedLateInAPageIsFoundAndAStrayQuoteNamesNone() {
        String late =
                "<script>" + "x".repeat(9_000) + "</script><meta charset=iso-8859-2><p>\u0159";

        assertThat(decoded(bytes(late, "ISO-8859-2")).charset()).isEqualTo("ISO-8859-2");
        assertThat(decoded(bytes("<meta charset=iso-8859-2\"><p>a", "UTF-8")).charset())
                .isEqualTo("UTF-8");
    }

    @Test
    void kanaAndArabicAreToldWithoutADeclaration() {
        assertThat(decoded(bytes("<p>\u30ED\u30B0\u30A4\u30F3</p>", "EUC-JP")).charset())
                .isEqualTo("EUC-JP");
        String arabic =
                "اجتمع مجلس المدينة يوم الثلاثاء وقرر بناء جسر جديد فوق النهر غدا ضمن خطة كبيرة. ";
        assertThat(decoded(bytes("<p>" + arabic.repeat(6), "ISO-8859-6")).charset())
                .isEqualTo("ISO-8859-6");
    }

    @Test
    void marksBehindTheFirstAreLeftOut() {
        assertThat(decoded("efbbbfefbbbf41efbbbf").text()).isEqualTo("A\uFEFF");
    }

    @Test
    void whatOpensLikeFrontMatterIsTextHoweverMuchOfItIsSpoilt() {
        String spoilt = "\u0001\u0002\u0003\u0004".repeat(40);

        Decoding.Decoded text =
                decoded(bytes("\n---\ntitle: '" + spoilt + "x'\n---\n" + "b".repeat(150), "UTF-8"));

        assertThat(text.text()).startsWith("\n---\ntitle: 'x'");
        assertThat(text.flags())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("CONTROL_REMOVED", "160"));
        assertThat(refused(bytes("title: '" + spoilt + "x'", "UTF-8")))
                .isEqualTo("FORMAT_UNSUPPORTED: binary data");
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R"})
    void russianWithoutADeclarationIsDetected(String charset) {
        assertText(decoded(bytes(RUSSIAN, charset)), RUSSIAN, charset, Basis.DETECTED);
    }

    @Test
    void aPageIsReadAsItDeclares() {
        String page =
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'>"
                        + "河谷";
        assertText(decoded(bytes(page, "GBK")), page, "GB18030", Basis.DECLARED);
    }

    @Test
    void frontMatterIsReadAsItDeclares() {
        String post = "---\nencoding: big5\ntitle: 河谷\n---\n";
        assertText(decoded(bytes(post, "Big5")), post, "Big5-HKSCS", Basis.DECLARED);
    }

    @Test
    void aDeclarationThatTheBytesRefuteIsFlagged() {
        Decoding.Decoded text = decoded(bytes("<meta charset=gb2312>" + CHINESE, "UTF-8"));

        assertThat(text.charset()).isEqualTo("UTF-8");
        assertThat(text.flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("CHARSET_CONFLICT");
    }

    @Test
    void damagedUtf8IsRefusedWithTheOffset() {
        byte[] bytes = bytes(CHINESE, "UTF-8");
        bytes[30] = (byte) 0xFF;

        assertThat(refused(bytes))
                .isEqualTo("ENCODING_INVALID: body is not valid UTF-8: bad byte 0xFF at 30");
    }

    @Test
    void controlsGoAndAreCounted() {
        Decoding.Decoded text = decoded(bytes("a\0b\u0001c\td\r\ne\rf", "UTF-8"));

        assertThat(text.text()).isEqualTo("abc\td\ne\nf");
        assertThat(text.flags())
                .extracting(QualityFlag::getCode, QualityFlag::getDetail)
                .containsExactly(tuple("CONTROL_REMOVED", "2"));
    }

    @Test
    void loneSurrogatesAreReplacedAndCounted() {
        Decoding.Decoded text = decoded("61eda08062");

        assertThat(text.text()).isEqualTo("a\uFFFDb");
        assertThat(text.flags())
                .extracting(QualityFlag::getCode)
                .containsExactly("SURROGATE_REPLACED");
    }

    private static void assertText(
            Decoding.Decoded decoded, String text, String charset, Basis basis) {
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.charset()).isEqualTo(charset);
        assertThat(decoded.basis()).isEqualTo(basis);
    }

    private static Decoding.Decoded decoded(String hex) {
        return decoded(HexFormat.of().parseHex(hex));
    }

    private static Decoding.Decoded decoded(byte[] bytes) {
        return (Decoding.Decoded) TextDecoder.decode(bytes);
    }

    private static String refused(byte[] bytes) {
        return ((Decoding.Undecodable) TextDecoder.decode(bytes)).rejection().message();
    }

    private static byte[] bytes(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }
}

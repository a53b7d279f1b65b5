package io.broadsheet.enrich.step.maintext;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that name an author without the word for one, and words for one. */
class SignedLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "04.05.2024 - Ann Example;Ann Example",
                "2/26/2024 7:11 AM PST BY ANN EXAMPLE;ANN EXAMPLE",
                "May 4, 2024 | Ann B. Example;Ann B. Example",
                "4 May 2024 · Ann Example;Ann Example",
                "Filed under: Weather, Sea — ann @ 15:04;ann",
                "홍길동 기자;홍길동",
                "[서울] 홍길동 기자 hong@gull.example;홍길동",
            })
    void aLineHasAName(String line, String name) {
        assertThat(SignedLine.author(line)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "04.05.2024 - Weather",
                "04.05.2024, Port Example",
                "4 May 2024 - the ferry waits",
                "Seen on 4 May 2024 - Ann Example",
                "Meet us @ 15:04",
                "기자 회견",
            })
    void aLineHasNone(String line) {
        assertThat(SignedLine.author(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Autor, true",
        "Author:, true",
        "Written by, true",
        "作者：, true",
        "Authors of the sea, false",
        "Textile, false",
    })
    void aLabelIsTheWordAlone(String line, boolean label) {
        assertThat(SignedLine.isLabel(line)).isEqualTo(label);
    }
}

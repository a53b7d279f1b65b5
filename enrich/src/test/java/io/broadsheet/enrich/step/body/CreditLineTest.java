package io.broadsheet.enrich.step.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who made an image, found at the end of its caption. */
class CreditLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The quay at noon. Photo: Jane Doe | Jane Doe",
                "The quay (Photo by Jane Doe) | Jane Doe",
                "The quay. Photograph: Jane Doe/Agency | Jane Doe/Agency",
                "The quay. Photo credit: Agency. | Agency",
                "Photo courtesy of the Harbour Board | the Harbour Board",
                "Am Kai. Foto: dpa | dpa",
                "Am Kai. Bild: Jane Doe | Jane Doe",
                "The quay © Agency | Agency",
                "The quay. Credit: Jane Doe | Jane Doe",
                "The quay (AP Photo/Jane Doe) | AP Photo/Jane Doe",
                "桥头的灯 图源：城市日报 | 城市日报",
                "桥头的灯。摄影：王建国 | 王建国",
                "桥头的灯。城市日报记者 王建国 摄 | 城市日报记者 王建国",
                "桟橋＝写真：山田太郎 | 山田太郎",
            })
    @DisplayName("Who made the image, as captions say it")
    void found(String caption, String credit) {
        assertThat(CreditLine.in(caption)).contains(credit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The quay at noon",
                "The photo shows the quay",
                "Jane Doe by the sea",
                "He said: come in",
                "Open from 9 to 5 (daily)",
            })
    @DisplayName("Captions that do not say it")
    void none(String caption) {
        assertThat(CreditLine.in(caption)).isEmpty();
    }
}

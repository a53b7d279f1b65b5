package io.broadsheet.enrich.step.about;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.AgentType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People and organisations, told by their names. */
class NameKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe",
                "J. R. Quist",
                "Anna-Maria von der Heide",
                "Анна Петрова",
                "王建国",
                "李娜",
                "김민수"
            })
    @DisplayName("Names of people")
    void people(String name) {
        assertThat(NameKind.of(name)).isEqualTo(AgentType.PERSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reuters",
                "AFP/dpa",
                "Harbour News",
                "The Lyme Times",
                "Editorial Board",
                "Redaktion Kultur",
                "Ministry of Harbours",
                "城市日报",
                "新闻中心",
                "港湾新聞社",
                "항구신문"
            })
    @DisplayName("Names of organisations")
    void organisations(String name) {
        assertThat(NameKind.of(name)).isEqualTo(AgentType.ORGANIZATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"janedoe42", "Jane", "the quay", "桟橋太郎", "BLUE WHALE", "👻"})
    @DisplayName("Names that do not show it")
    void unknown(String name) {
        assertThat(NameKind.of(name)).isEqualTo(AgentType.UNKNOWN);
    }
}

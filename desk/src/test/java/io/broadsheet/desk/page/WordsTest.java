package io.broadsheet.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.failure.FailureCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What codes mean. */
class WordsTest {

    private final Words failures = Words.ofFailures();

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void everyFailureHasItsMeaning(FailureCode code) {
        assertThat(failures.of(code.name()).orElseThrow().meaning()).isNotBlank();
    }

    @Test
    void aFlagIsToldWithWhatToDo() {
        assertThat(Words.ofFlags().of("TITLE_MISSING"))
                .contains(
                        new Words.Meaning(
                                "the source gave no title",
                                "show the description, or leave the article out"));
        assertThat(Words.ofFlags().of("NO_SUCH_FLAG")).isEmpty();
    }
}

package io.broadsheet.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/** The short way to a character's script leads to the same script. */
class ScriptsTest {

    @Test
    void everyCharacterHasTheScriptThatUnicodeGivesIt() {
        List<Integer> others = new ArrayList<>();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Scripts.of(c) != UnicodeScript.of(c)) {
                others.add(c);
            }
        }
        assertThat(others).isEmpty();
    }
}

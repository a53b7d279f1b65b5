package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.enrich.step.language.NgramModel.Label;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** What the model says of letters, and that it is the one this release expects. */
class NgramModelTest {

    private static final List<UnicodeScript> SCRIPTS =
            List.of(
                    UnicodeScript.LATIN,
                    UnicodeScript.CYRILLIC,
                    UnicodeScript.ARABIC,
                    UnicodeScript.DEVANAGARI,
                    UnicodeScript.ETHIOPIC);

    @Test
    void theModelOfThisReleaseKnowsTheCandidatesAndNoOthers() {
        List<Label> labels = NgramModel.shared().labels();

        for (UnicodeScript script : SCRIPTS) {
            Set<String> known =
                    labels.stream()
                            .filter(label -> label.script() == script)
                            .map(Label::language)
                            .collect(Collectors.toSet());
            assertThat(known).as(script.name()).isEqualTo(Candidates.sharing(script));
        }
        assertThat(labels).extracting(Label::script).isSubsetOf(SCRIPTS);
    }

    @Test
    void itIsSmallEnoughForAContainer() {
        assertThat(NgramModel.shared().bytesHeld()).isLessThan(32_000_000);
    }

    @Test
    void aModelAddsWhatEachRunSaysAndNothingForTheOthers() throws IOException {
        NgramModel model = model(NgramModel.FORM);
        int[] scores = new int[2];

        model.score("ab ba b", scores);

        assertThat(scores).containsExactly(3 * 5 - 2, 7);
    }

    @Test
    void aModelOfAnotherFormIsRefused() {
        assertThatThrownBy(() -> model(NgramModel.FORM + 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("form");
    }

    /** "b" says 5 for en, "ab" -2 for en and 7 for de. */
    private static NgramModel model(int form) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(form);
            out.writeByte(2);
            for (String language : new String[] {"en", "de"}) {
                out.writeUTF(language);
                out.writeUTF("LATIN");
            }
            out.writeInt(2);
            out.writeInt(3);
            writeRuns(out, NgramHash.of("b"), NgramHash.of("ab"));
        }
        return NgramModel.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void writeRuns(DataOutputStream out, int b, int ab) throws IOException {
        long last = Integer.MIN_VALUE;
        for (int name : new int[] {Math.min(b, ab), Math.max(b, ab)}) {
            varint(out, name - last);
            last = name;
            out.writeByte(name == b ? 1 : 2);
            if (name == b) {
                out.writeShort(5);
            } else {
                out.writeShort(-2 & 0xFF);
                out.writeShort(1 << Byte.SIZE | 7);
            }
        }
    }

    private static void varint(DataOutputStream out, long value) throws IOException {
        long left = value;
        while (left >= 128) {
            out.writeByte((int) (left & 127) | 128);
            left >>>= 7;
        }
        out.writeByte((int) left);
    }
}

package io.broadsheet.enrich.step.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which of the candidates become keywords. */
class RankingTest {

    private static Candidate name(String text) {
        return new Candidate(text, text.toLowerCase(java.util.Locale.ROOT), true, Candidate.NAME);
    }

    @Test
    @DisplayName("A part of a name stands for itself only if it is mentioned much more often")
    void parts() {
        String text =
                "lyme island and lyme island again; board of lyme; board, board, board, board";
        List<Candidate> candidates =
                List.of(name("Lyme Island"), name("Lyme"), name("Board of Lyme"), name("Board"));

        assertThat(new Ranking("", text).best(candidates, 8))
                .containsExactly("Board", "Lyme Island");
    }

    @Test
    @DisplayName("A root counts where words begin, not in the middle of others")
    void wordStarts() {
        assertThat(new Ranking("", "marten and marten").best(List.of(name("art")), 8)).isEmpty();
    }

    @Test
    @DisplayName("The headline decides between words that are mentioned as often")
    void headline() {
        var ranking = new Ranking("ferry", "ferry\nboat ferry boat");

        assertThat(ranking.best(List.of(name("boat"), name("ferry")), 8))
                .containsExactly("ferry", "boat");
    }
}

package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The source of formulas that a page draws. */
class FormulasTest {

    private static final String MATHML =
            "<math><semantics><mi>z</mi><annotation encoding='application/x-tex'>\\alpha+1"
                    + "</annotation></semantics></math>";
    private static final String BEFORE = "<article>" + STORY + "<p>It is ";
    private static final String AFTER = " in all, as the captain says.</p></article>";

    private static String shown(String formula) {
        return textOf(BEFORE + formula + AFTER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MATHML,
                "<span class=katex><span>" + MATHML + "</span><span>z drawn</span></span>",
                "<span class=mwe-math-element>" + MATHML + "<img src=/z.svg alt='{z}'></span>",
                "<math alttext='\\alpha+1'><mi>z</mi></math>",
                "<span class=MathJax_Preview>z</span><span class=MathJax>z</span>"
                        + "<script type='math/tex'>\\alpha+1</script>",
                "<span data-math='\\alpha+1'><span>z</span></span>",
                "<img class=latex src=/z.png alt='\\alpha+1'>",
                "<img src='https://tex.example/svg?%5Calpha%2B1'>",
                "<img src='https://tex.example/chart?cht=tx&chl=%5Calpha%2B1'>",
                "<img src='https://tex.example/formula/%5Calpha%2B1'>",
            })
    void aFormulaIsItsSource(String formula) {
        assertThat(shown(formula)).contains("It is $\\alpha+1$ in all, as");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<math display=block alttext='\\alpha+1'></math>",
                "<script type='math/tex; mode=display'>\\alpha+1</script>",
                "<div class=math-block data-math='\\alpha+1'>z</div>",
            })
    void aFormulaOnALineOfItsOwnIsMarkedSo(String formula) {
        assertThat(shown(formula)).contains("$$\\alpha+1$$");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='https://img.example/a%5Cb.png'>",
                "<img src='https://img.example/%5C%ZZ.png'>",
                "<span data-tex=true>three</span>",
                "<span data-math=''>three</span>",
            })
    void whatIsNoFormulaStays(String other) {
        assertThat(shown(other)).contains("It is").doesNotContain("$");
    }

    @Test
    void theTextAroundAFormulaStaysWhateverItIsCalled() {
        String page = "<div class=mathjax>" + BEFORE + MATHML + AFTER + "</div>";

        assertThat(textOf(page)).contains("The ferry").contains("It is $\\alpha+1$ in all");
    }
}

package io.broadsheet.enrich.step.maintext;

import static io.broadsheet.enrich.step.maintext.MadePage.STORY;
import static io.broadsheet.enrich.step.maintext.MadePage.textOf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers beside code. */
class LineNumbersTest {

    private static String shown(String code) {
        return textOf("<article>" + STORY + code + STORY + "</article>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code><span class=linenumber>81</span>let a = b\n"
                        + "<span class=linenumber>82</span>c()</code></pre>",
                "<pre><span style='color: red; user-select: none'> 81</span>let a = b\nc()</pre>",
                "<pre><code><div><span aria-hidden=true>81</span>let a = b</div>c()</code></pre>",
                "<table><tr><td class=gutter><pre>81\n82</pre></td><td><pre>let a = b\nc()</pre>"
                        + "</td></tr></table>",
                "<pre><code><div class=row><div class=gutter><div class=ln>81</div></div>"
                        + "<div>let a = b</div></div>c()</code></pre>",
            })
    void areNoPartOfIt(String code) {
        assertThat(shown(code)).contains("let a = b").contains("c()").doesNotContain("8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<pre><code>let a = <span class=mi>81</span></code></pre>",
                "<pre><code><span class=gutter>x81</span></code></pre>",
                "<table><tr><td aria-hidden=true>81</td><td>boats</td></tr></table>",
            })
    void whatIsNoneStays(String code) {
        assertThat(shown(code)).contains("81");
    }
}

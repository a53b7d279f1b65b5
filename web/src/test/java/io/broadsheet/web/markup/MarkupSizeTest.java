package io.broadsheet.web.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cost of a tree is told before anyone builds it. */
class MarkupSizeTest {

    @Test
    void whatArticlesAreMadeOfIsAffordable() {
        String paragraph = "<p>Some <b>text</b> and <a href='x'>a link</a>.<br><img src='y'></p>\n";

        assertThat(MarkupSize.isTooLarge("")).isFalse();
        assertThat(MarkupSize.isTooLarge("1 < 2 << 3 <> 4 </")).isFalse();
        assertThat(MarkupSize.isTooLarge(paragraph.repeat(8_000))).isFalse();
        assertThat(MarkupSize.isTooLargeMarkdown("A *line* of [text](url).\n".repeat(5_000)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "<div>", "<DIV ", "<a href=x>", "<x", "<td>", "</p>"})
    void moreTagsThanNodesAllowedAreTooMany(String tag) {
        assertThat(MarkupSize.isTooLarge(tag.repeat(MarkupSize.NODES_MAX))).isFalse();
        assertThat(MarkupSize.isTooLarge(tag.repeat(MarkupSize.NODES_MAX + 1))).isTrue();
    }

    @Test
    void formattingLeftOpenCountsInEveryBlockAfterIt() {
        String open = "<b><i><u><s><em><tt>";

        assertThat(MarkupSize.isTooLarge(open + "<p>x".repeat(9_000))).isTrue();
        assertThat(
                        MarkupSize.isTooLarge(
                                open + "</b></i></u></s></em></tt>" + "<p>x".repeat(9_000)))
                .isFalse();
    }

    @Test
    void theBeginningIsWhatIsAffordable() {
        String page = "<head><title>T</title></head>" + "<b>".repeat(MarkupSize.NODES_MAX);

        assertThat(MarkupSize.affordable(page))
                .isEqualTo(page.substring(0, page.length() - 2 * "<b>".length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "_", "[", "![](<", "`", "> ", "<", "&#x41;", "a\n"})
    void markdownOfNothingButSignsIsTooLarge(String sign) {
        assertThat(MarkupSize.isTooLargeMarkdown(sign.repeat(MarkupSize.NODES_MAX + 1))).isTrue();
    }
}

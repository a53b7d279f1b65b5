package io.broadsheet.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How services are, by their groups. */
class FlowBoardTest {

    @Test
    void aGroupThatNobodyReadsForIsAFault() {
        assertThat(FlowBoard.told(empty("broadsheet-enrich")))
                .isEqualTo(
                        new ServiceHealth(
                                "broadsheet-enrich",
                                false,
                                "nobody reads for it: no instance is running"));
    }

    @Test
    void aWebhookThatIsNotToldIsNone() {
        assertThat(FlowBoard.told(empty("broadsheet-webhook-paper")))
                .isEqualTo(new ServiceHealth("broadsheet-webhook-paper", true, "no one is told"));
    }

    private static GroupLag empty(String group) {
        return new GroupLag(group, "Empty", "news.articles.enriched.v1", 5, 60);
    }
}

package io.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How often an inbox is looked at. */
class InboxServiceTest {

    @Test
    void anInboxOfFewFilesIsLookedAtEachSecond() {
        assertThat(InboxService.pauseAfter(Duration.ofMillis(100)))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void lookingAtManyFilesTakesATenthOfTheTime() {
        assertThat(InboxService.pauseAfter(Duration.ofMillis(700)))
                .isEqualTo(Duration.ofSeconds(7));
    }
}

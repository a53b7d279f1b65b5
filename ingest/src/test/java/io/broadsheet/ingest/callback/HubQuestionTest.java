package io.broadsheet.ingest.callback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** What a hub asks, by the query of its URL. */
class HubQuestionTest {

    private static final Duration USUAL = Duration.ofDays(10);

    @Test
    void aQueryIsReadAsFormsWriteIt() {
        HubQuestion question =
                HubQuestion.read(
                        "hub.mode=subscribe&hub.topic=https%3A%2F%2Fsite.example%2F%3Fa%3D1%26b%2B"
                                + "&hub.challenge=a+b&hub.lease_seconds=60&hub.challenge=second");

        assertThat(question.mode()).isEqualTo("subscribe");
        assertThat(question.topic()).isEqualTo("https://site.example/?a=1&b+");
        assertThat(question.safeChallenge()).hasValue("a b");
        assertThat(question.lease(USUAL)).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void whatIsWrittenWronglyIsLeftOut() {
        HubQuestion question = HubQuestion.read("hub.mode=%zz&hub.topic&=&hub.reason=%E4%BD%A0");

        assertThat(question.mode()).isEmpty();
        assertThat(question.topic()).isEmpty();
        assertThat(question.reason()).hasValue("\u4f60");
        assertThat(HubQuestion.read("").safeChallenge()).isEmpty();
    }

    @Test
    void noPromiseIsForEverAndNoneIsForNothing() {
        assertThat(lease("99999999999")).isEqualTo(Duration.ofDays(90));
        assertThat(HubQuestion.read("hub.mode=subscribe").lease(USUAL)).hasValue(USUAL);
        assertThat(question("0").lease(USUAL)).isEmpty();
        assertThat(question("-5").lease(USUAL)).isEmpty();
        assertThat(question("soon").lease(USUAL)).isEmpty();
        assertThat(question("9999999999999").lease(USUAL)).isEmpty();
    }

    @Test
    void noChallengeIsBinaryOrEndless() {
        assertThat(HubQuestion.read("hub.challenge=%00").safeChallenge()).isEmpty();
        assertThat(HubQuestion.read("hub.challenge=%C3%A4").safeChallenge()).isEmpty();
        assertThat(HubQuestion.read("hub.challenge=").safeChallenge()).isEmpty();
        assertThat(HubQuestion.read("hub.challenge=" + "x".repeat(1_025)).safeChallenge())
                .isEmpty();
    }

    private static Duration lease(String seconds) {
        return question(seconds).lease(USUAL).orElseThrow();
    }

    private static HubQuestion question(String seconds) {
        return HubQuestion.read("hub.lease_seconds=" + seconds);
    }
}

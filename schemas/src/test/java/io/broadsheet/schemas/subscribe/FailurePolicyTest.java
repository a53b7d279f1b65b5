package io.broadsheet.schemas.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How often a delivery is tried, and after which pauses. */
class FailurePolicyTest {

    @Test
    void pausesDoubleUpToAMinuteAndThenAnotherDecides() {
        var policy = FailurePolicy.retrying(40, Duration.ofSeconds(1), FailurePolicy.skip());
        assertThat(policy.decide(failure(1))).isEqualTo(retry(1));
        assertThat(policy.decide(failure(2))).isEqualTo(retry(2));
        assertThat(policy.decide(failure(6))).isEqualTo(retry(32));
        assertThat(policy.decide(failure(7))).isEqualTo(retry(60));
        assertThat(policy.decide(failure(40))).isEqualTo(retry(60));
        assertThat(policy.decide(failure(41))).isEqualTo(new FailureDecision.Skip());
    }

    @Test
    void aPauseThatCannotBeWaitedForIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FailureDecision.Retry(Duration.ofSeconds(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FailurePolicy.retrying(-1, Duration.ZERO, FailurePolicy.stop()));
    }

    private static FailureDecision retry(int seconds) {
        return new FailureDecision.Retry(Duration.ofSeconds(seconds));
    }

    private static HandlerFailure failure(int attempts) {
        var origin = new Origin("topic", 0, 0, Instant.EPOCH, Map.of());
        return new HandlerFailure(
                new Delivery.Retraction("a", origin), new IllegalStateException(), attempts);
    }
}

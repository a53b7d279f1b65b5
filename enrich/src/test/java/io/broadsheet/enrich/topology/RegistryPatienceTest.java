package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry that does not answer is waited for, and never blamed on a record. */
class RegistryPatienceTest {

    private final AtomicInteger calls = new AtomicInteger();

    @AfterEach
    void forgetInterrupts() {
        Thread.interrupted();
    }

    @Test
    void anAnswerAfterSomeOutagesIsTheAnswer() {
        var patience = new RegistryPatience(Duration.ofSeconds(30));

        assertThat(patience.with(() -> answerAfter(3))).isEqualTo("answer");
        assertThat(calls).hasValue(4);
    }

    @Test
    void whenPatienceRunsOutTheOutageGoesOn() {
        var patience = new RegistryPatience(Duration.ofMillis(100));

        assertThatThrownBy(() -> patience.with(() -> answerAfter(1_000)))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(calls).hasValueBetween(2, 10);
    }

    @Test
    void aClosingServiceIsNotWaitedFor() {
        Thread.currentThread().interrupt();
        var patience = new RegistryPatience(Duration.ofMinutes(1));

        assertThatThrownBy(() -> patience.with(() -> answerAfter(1)))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void anUnknownSchemaIsAnAnswer() {
        var patience = new RegistryPatience(Duration.ofMinutes(1));
        var registry = new InMemorySchemaRegistry();

        assertThatThrownBy(() -> patience.with(() -> registry.byId(7)))
                .isNotInstanceOf(RegistryUnavailableException.class);
    }

    private String answerAfter(int outages) {
        if (calls.getAndIncrement() < outages) {
            throw new RegistryUnavailableException("no answer", null);
        }
        return "answer";
    }
}

package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Several nodes, and what happens when some of them are not well. */
@Timeout(30)
class RegistryFailoverTest {

    private static final String CALL = "GET /schemas/ids/7";
    private static final String STRING = "{\"schema\":\"\\\"string\\\"\"}";

    private ScriptedServer first;
    private ScriptedServer second;

    @BeforeEach
    void start() throws IOException {
        first = ScriptedServer.start();
        second = ScriptedServer.start();
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void anErrorOfOneNodeIsAnsweredByTheNext() {
        first.answer(CALL, 503, "");
        second.answer(CALL, 200, STRING);
        assertThat(both().byId(7).getType().getName()).isEqualTo("string");
    }

    @Test
    void aNodeThatIsGoneIsPassedOverAndNotAskedFirstAgain() throws IOException {
        second.answer(CALL, 200, STRING).answer("GET /subjects", 200, "[]");
        first.close();
        SchemaRegistry registry = both();
        registry.byId(7);
        first = ScriptedServer.start();
        registry.subjects();
        assertThat(second.calls()).containsExactly(CALL, "GET /subjects");
        assertThat(first.calls()).isEmpty();
    }

    @Test
    void aNodeThatSaysNothingIsPassedOver() {
        first.hang(CALL);
        second.answer(CALL, 200, STRING);
        assertThat(both().byId(7).getType().getName()).isEqualTo("string");
    }

    @Test
    void aNodeThatTalksTooMuchIsPassedOver() {
        first.answer(CALL, 200, " ".repeat(9 * 1024 * 1024));
        second.answer(CALL, 200, STRING);
        assertThat(both().byId(7).getType().getName()).isEqualTo("string");
    }

    @Test
    void aRedirectIsNotFollowed() {
        first.redirect(CALL, second.url().resolve("/schemas/ids/7"));
        second.answer(CALL, 200, STRING);
        assertThatThrownBy(() -> both().byId(7)).isInstanceOf(RegistryRefusedException.class);
        assertThat(second.calls()).isEmpty();
    }

    @Test
    void whenNoNodeAnswersEachIsNamedWithWhatItSaid() {
        first.answer(CALL, 500, "{\"error_code\":50001,\"message\":\"store is down\"}");
        second.answer(CALL, 502, "");
        assertThatThrownBy(() -> both().byId(7))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(first.url().toString())
                .hasMessageContaining("store is down")
                .hasMessageContaining(second.url().toString())
                .hasMessageContaining("502");
    }

    @Test
    void aCallEndsWithinItsTotalTimeWhateverTheNodesDo() {
        first.hang(CALL);
        second.hang(CALL);
        SchemaRegistry registry = registry(Duration.ofSeconds(20), Duration.ofMillis(600));
        long start = System.nanoTime();
        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aThreadThatIsInterruptedStopsAsking() {
        first.hang(CALL);
        SchemaRegistry registry = both();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> registry.byId(7)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private SchemaRegistry both() {
        return registry(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }

    private SchemaRegistry registry(Duration answerTimeMax, Duration totalTimeMax) {
        List<URI> urls = List.of(first.url(), second.url());
        return new HttpSchemaRegistry(
                new RegistrySettings(
                        urls,
                        Credentials.none(),
                        Optional.empty(),
                        Duration.ofSeconds(2),
                        answerTimeMax,
                        totalTimeMax));
    }
}

package io.broadsheet.runtime.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Who asks goes on asking, whatever there is instead of an answer. */
class PlatformWatchTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aBrokerWhoseNameNobodyKnowsIsAskedForAgainAndTheRegistryAllTheSame() {
        var access = new KafkaAccess("broker.invalid:9092", new InMemorySchemaRegistry(), Map.of());
        try (var watch = new PlatformWatch(access)) {
            watch.bindTo(meters);
            watch.start();

            await().atMost(Duration.ofMinutes(1)).until(() -> failures("broker") >= 2);
            assertThat(watch.notReady().orElseThrow())
                    .startsWith("the broker does not answer: ")
                    .contains("bootstrap")
                    .doesNotContain("registry");
            assertThat(failures("registry")).isZero();
        }
    }

    private double failures(String part) {
        return meters.get("broadsheet.platform.failures").tag("part", part).counter().count();
    }
}

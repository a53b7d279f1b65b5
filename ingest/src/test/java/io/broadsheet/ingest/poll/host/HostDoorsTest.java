package io.broadsheet.ingest.poll.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Who may go through the doors of hosts. */
class HostDoorsTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final HostRests rests = new HostRests();
    private final HostDoors doors = new HostDoors(2, Duration.ofMillis(100), rests, () -> NOW);

    @Test
    void aRedirectWithinAHostKeepsItsPlace() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://www.example.com/");
                HostDoors.Pass other = doors.enter("https://example.com/")) {
            assertThat(one.await("https://img.example.com/")).isEmpty();
            assertThat(other.await("https://example.com/x")).isEmpty();
        }
    }

    @Test
    void whoIsLedElsewhereMakesRoomFirst() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HostDoors.Pass one = doors.enter("https://example.com/");
                HostDoors.Pass other = doors.enter("https://example.com/")) {
            Future<String> third =
                    threads.submit(() -> {
                        try (HostDoors.Pass pass = doors.enter("https://example.com/")) {
                            return pass.turnedAway().toString();
                        }
                    });
            await().during(Duration.ofMillis(50)).until(() -> !third.isDone());

            assertThat(one.await("https://example.org/")).isEmpty();

            assertThat(third.get()).isEqualTo("Optional.empty");
            assertThat(other.turnedAway()).isEmpty();
        }
    }

    @Test
    void crossingRedirectsDoNotWaitForEachOther() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://example.com/");
                HostDoors.Pass two = doors.enter("https://example.com/");
                HostDoors.Pass three = doors.enter("https://example.org/");
                HostDoors.Pass four = doors.enter("https://example.org/")) {
            assertThat(one.await("https://example.org/"))
                    .isPresent(); // full, and one is outside now
            assertThat(three.await("https://example.com/")).isEmpty();
            assertThat(two.await("https://example.org/")).isEmpty();
            assertThat(four.turnedAway()).isEmpty();
        }
    }

    @Test
    void whoFindsAHostFullComesBackInAMinute() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://example.org/");
                HostDoors.Pass two = doors.enter("https://example.org/");
                HostDoors.Pass led = doors.enter("https://example.com/")) {
            assertThat(led.await("https://example.org/"))
                    .hasValueSatisfying(why -> assertThat(why).contains("too many others of ours"));
            assertThat(led.turnedAway())
                    .hasValue(new HostDoors.TurnedAway("example.org", NOW.plusSeconds(60), false));
            assertThat(one.turnedAway().or(two::turnedAway)).isEmpty();
        }
    }

    @Test
    void nobodyIsLedToAHostThatWantsARest() throws InterruptedException {
        rests.ask("example.org", NOW.plusSeconds(10));
        rests.ask("example.org", NOW.plusSeconds(5));
        rests.ask("example.net", NOW);
        try (HostDoors.Pass led = doors.enter("https://example.com/")) {
            assertThat(led.await("https://www.example.org/")).isPresent();
            assertThat(led.turnedAway())
                    .hasValue(new HostDoors.TurnedAway("example.org", NOW.plusSeconds(10), true));
        }
        try (HostDoors.Pass led = doors.enter("https://example.com/")) {
            assertThat(led.await("https://example.net/")).isEqualTo(Optional.empty());
        }
    }
}

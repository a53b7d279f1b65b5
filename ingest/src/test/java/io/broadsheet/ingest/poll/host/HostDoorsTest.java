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
    private final HostDoors doors =
            new HostDoors(2, Duration.ofMillis(100), rests, () -> NOW);

    @Test
    void aRedirectWithinAHostKeepsItsPlace() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://www.a.example/");
                HostDoors.Pass other = doors.enter("https://a.example/")) {
            assertThat(one.await("https://img.a.example/")).isEmpty();
            assertThat(other.await("https://a.example/x")).isEmpty();
        }
    }

    @Test
    void whoIsLedElsewhereMakesRoomFirst() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                HostDoors.Pass one = doors.enter("https://a.example/");
                HostDoors.Pass other = doors.enter("https://a.example/")) {
            Future<String> third =
                    threads.submit(() -> {
                        try (HostDoors.Pass pass = doors.enter("https://a.example/")) {
                            return pass.turnedAway().toString();
                        }
                    });
            await().during(Duration.ofMillis(50)).until(() -> !third.isDone());

            assertThat(one.await("https://b.example/")).isEmpty();

            assertThat(third.get()).isEqualTo("Optional.empty");
            assertThat(other.turnedAway()).isEmpty();
        }
    }

    @Test
    void crossingRedirectsDoNotWaitForEachOther() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://a.example/");
                HostDoors.Pass two = doors.enter("https://a.example/");
                HostDoors.Pass three = doors.enter("https://b.example/");
                HostDoors.Pass four = doors.enter("https://b.example/")) {
            assertThat(one.await("https://b.example/")).isPresent(); // full, and one is outside now
            assertThat(three.await("https://a.example/")).isEmpty();
            assertThat(two.await("https://b.example/")).isEmpty();
            assertThat(four.turnedAway()).isEmpty();
        }
    }

    @Test
    void whoFindsAHostFullComesBackInAMinute() throws InterruptedException {
        try (HostDoors.Pass one = doors.enter("https://b.example/");
                HostDoors.Pass two = doors.enter("https://b.example/");
                HostDoors.Pass led = doors.enter("https://a.example/")) {
            assertThat(led.await("https://b.example/")).hasValueSatisfying(why ->
                    assertThat(why).contains("too many others of ours"));
            assertThat(led.turnedAway())
                    .hasValue(new HostDoors.TurnedAway("b.example", NOW.plusSeconds(60), false));
            assertThat(one.turnedAway().or(two::turnedAway)).isEmpty();
        }
    }

    @Test
    void nobodyIsLedToAHostThatWantsARest() throws InterruptedException {
        rests.ask("b.example", NOW.plusSeconds(10));
        rests.ask("b.example", NOW.plusSeconds(5));
        rests.ask("c.example", NOW);
        try (HostDoors.Pass led = doors.enter("https://a.example/")) {
            assertThat(led.await("https://www.b.example/")).isPresent();
            assertThat(led.turnedAway())
                    .hasValue(new HostDoors.TurnedAway("b.example", NOW.plusSeconds(10), true));
        }
        try (HostDoors.Pass led = doors.enter("https://a.example/")) {
            assertThat(led.await("https://c.example/")).isEqualTo(Optional.empty());
        }
    }
}

package io.broadsheet.ingest.poll.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.host.HostRests;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.SafeFetcher;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Where hubs are not asked: feeds name them, so they are nobody we trust. */
class HubClientTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void aHubOfThisMachineOrAPrivateNetworkIsNotAsked() throws InterruptedException {
        var doors = new HostDoors(2, Duration.ofSeconds(1), new HostRests(), () -> NOW);
        var policy = EgressPolicy.publicOnly().withProxySettingsIgnored();
        try (SafeFetcher fetcher = SafeFetcher.open(policy)) {
            HubClient client = new HubClient(fetcher, () -> NOW);
            for (String hub :
                    List.of(
                            "http://127.0.0.1/hub",
                            "http://10.0.0.1/hub",
                            "http://[::1]/hub",
                            "http://169.254.169.254/latest",
                            "http://localhost/hub",
                            "http://hub.example:8080/",
                            "ftp://hub.example/")) {
                HubErrand errand = new HubErrand("site", "c", hub, "hub.mode=subscribe");
                try (HostDoors.Pass pass = doors.enter(hub)) {
                    HubAnswer answer = client.ask(errand, pass);

                    assertThat(answer).isInstanceOf(HubAnswer.Unreached.class);
                    assertThat(answer.toString()).contains("URL_");
                }
            }
        }
    }
}

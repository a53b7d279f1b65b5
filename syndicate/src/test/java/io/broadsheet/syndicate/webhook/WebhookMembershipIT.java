package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.syndicate.Articles;
import io.broadsheet.syndicate.Newsroom;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;
import io.broadsheet.web.fetch.EgressPolicy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Webhooks stay members of their groups, whether they are slow or rest. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookMembershipIT {

    private static final Duration WAIT = Duration.ofSeconds(60);

    private Newsroom newsroom;
    private Path data;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        data = directory;
        newsroom = Newsroom.open(data.resolve("platform"));
        Files.writeString(
                Files.createDirectories(data.resolve("secrets")).resolve("one"),
                "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5\n");
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void whoTakesLongForEachOfManyIsToldEachOnce() throws IOException {
        // The longest silence of a member is shorter than it takes to tell all of them.
        var strict = Map.of("kafka.consumer.max.poll.interval.ms", "14000");
        try (Receiver receiver =
                        Receiver.open((exchange, it, number) -> {
                            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                            exchange.sendResponseHeaders(204, -1);
                        });
                var _ = service(strict)) {
            subscribe("sluggish", receiver, WebhookState.ACTIVE);
            List<String> published = publish("sluggish", 20);

            await().atMost(WAIT).until(() -> receiver.articleIds().containsAll(published));
            assertThat(receiver.articleIds()).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    void whoIsPausedKeepsItsGroupAndItsPlace() throws IOException {
        try (Receiver receiver = Receiver.open(Receiver::taken);
                var _ = service(Map.of());
                Admin admin = Admin.create(newsroom.kafka().adminProperties("test"))) {
            subscribe("paused", receiver, WebhookState.PAUSED);
            List<String> published = publish("paused", 3);

            await().atMost(WAIT)
                    .untilAsserted(() ->
                            assertThat(group(admin, "paused"))
                                    .returns(
                                            GroupState.STABLE, ConsumerGroupDescription::groupState)
                                    .satisfies(it -> assertThat(it.members()).hasSize(1)));
            assertThat(receiver.received()).isEmpty();

            put("paused", receiver, WebhookState.ACTIVE);
            await().atMost(WAIT).until(() -> receiver.received().size() >= 3);
            assertThat(receiver.articleIds()).containsExactlyInAnyOrderElementsOf(published);
        }
    }

    private static ConsumerGroupDescription group(Admin admin, String id) throws Exception {
        String group = WebhookService.group(id);
        return Objects.requireNonNull(
                admin.describeConsumerGroups(List.of(group)).all().get().get(group));
    }

    private WebhookService service(Map<String, String> settings) {
        var patience =
                new WebhookConfig.Patience(
                        Duration.ofSeconds(3),
                        Duration.ofHours(1),
                        Duration.ofMillis(20),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(5));
        var config =
                new WebhookConfig(
                        data.resolve("secrets"),
                        EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored(),
                        20,
                        patience);
        var kafka =
                new KafkaAccess(
                        newsroom.kafka().bootstrapServers(), newsroom.kafka().registry(), settings);
        var service =
                new WebhookService(
                        config,
                        kafka,
                        new DeadLetters("syndicate", "test", InstantSource.system()),
                        new FileClaims(data.resolve("claims")));
        service.start();
        return service;
    }

    private void subscribe(String id, Receiver receiver, WebhookState state) {
        newsroom.commitEnds(WebhookService.group(id), WebhookService.topics());
        put(id, receiver, state);
    }

    private void put(String id, Receiver receiver, WebhookState state) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        newsroom.put(
                Topics.WEBHOOKS,
                id,
                Webhook.newBuilder()
                        .setWebhookId(id)
                        .setUrl(receiver.url())
                        .setSecretName("one")
                        .setSources(List.of("source-" + id))
                        .setState(state)
                        .setAddedAt(now)
                        .setChangedAt(now)
                        .build());
    }

    private List<String> publish(String id, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    newsroom.publish(Articles.of("source-" + id, number).build());
                    return Articles.id(number);
                })
                .toList();
    }
}

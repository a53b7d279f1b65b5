package io.broadsheet.syndicate.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.Topics;
import io.broadsheet.syndicate.Articles;
import io.broadsheet.syndicate.Newsroom;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureReason;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;
import io.broadsheet.web.fetch.EgressPolicy;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Webhooks hear of everything they want at least once, whatever they and we do in between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookServiceIT {

    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final byte[] OLD_KEY =
            "the old key of twenty-four!".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW_KEY =
            "the new key of twenty-four!".getBytes(StandardCharsets.UTF_8);

    private final AtomicInteger numbers = new AtomicInteger();
    private Newsroom newsroom;
    private Path secrets;
    private Path claims;

    @BeforeAll
    void open(@TempDir Path data) throws IOException {
        newsroom = Newsroom.open(data.resolve("platform"));
        secrets = Files.createDirectories(data.resolve("secrets"));
        claims = data.resolve("claims");
        Files.writeString(secrets.resolve("both"), line(NEW_KEY) + line(OLD_KEY));
    }

    private static String line(byte[] key) {
        return "whsec_" + Base64.getEncoder().encodeToString(key) + "\n";
    }

    @AfterAll
    void close() {
        newsroom.close();
    }

    @Test
    void everyArticleIsToldOnceAndSignedWithBothSecrets() throws Exception {
        try (Receiver receiver = Receiver.open(Receiver::taken);
                var _ = service(patience())) {
            String source = subscribe("plain", receiver);
            List<String> published = publish(source, 5);
            publish("elsewhere", 2);

            await().atMost(WAIT).until(() -> receiver.received().size() >= 5);
            assertThat(receiver.articleIds()).containsExactlyInAnyOrderElementsOf(published);
            for (Receiver.Received it : receiver.received()) {
                assertThat(it.signature())
                        .isEqualTo(signature(NEW_KEY, it) + " " + signature(OLD_KEY, it));
                assertThat(it.id()).matches("msg_[0-9a-f]{32}");
                assertThat(it.body())
                        .startsWith("{\"type\":\"article.created\",\"timestamp\":\"2026-01-01T")
                        .contains("\"data\":{\"articleId\"");
            }
        }
    }

    @Test
    void whoFailsIsToldAgainInOrderUnderTheSameId() throws Exception {
        try (Receiver receiver =
                        Receiver.open((exchange, it, number) ->
                                exchange.sendResponseHeaders(number % 3 == 0 ? 204 : 500, -1));
                var _ = service(patience())) {
            String source = subscribe("failing", receiver);
            List<String> published = publish(source, 4);

            await().atMost(WAIT).until(() -> receiver.received().size() >= 12);
            assertThat(receiver.articleIds().stream().distinct())
                    .containsExactlyInAnyOrderElementsOf(published);
            for (int i = 0; i < 12; i += 3) {
                assertThat(receiver.received().subList(i, i + 3))
                        .extracting(Receiver.Received::id)
                        .containsOnly(receiver.received().get(i).id());
            }
        }
    }

    @Test
    void retryAfterIsObeyed() throws Exception {
        List<Long> nanos = new ArrayList<>();
        try (Receiver receiver =
                        Receiver.open((exchange, it, number) -> {
                            nanos.add(System.nanoTime());
                            exchange.getResponseHeaders().set("Retry-After", "2");
                            exchange.sendResponseHeaders(number == 1 ? 429 : 204, -1);
                        });
                var _ = service(patience())) {
            publish(subscribe("busy", receiver), 1);

            await().atMost(WAIT).until(() -> receiver.received().size() == 2);
            assertThat(Duration.ofNanos(nanos.get(1) - nanos.get(0)))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(1_950));
        }
    }

    @Test
    void whyAWebhookFailsAndSinceWhenOutlivesItsInstanceAndEndsWithIt() throws Exception {
        try (Receiver receiver =
                Receiver.open((exchange, it, number) -> exchange.sendResponseHeaders(500, -1))) {
            String source = subscribe("troubled", receiver);
            publish(source, 1);
            Trouble first;
            try (var _ = service(patience())) {
                await().atMost(WAIT).until(() -> !newsroom.troubles("troubled").isEmpty());
                first = newsroom.troubles("troubled").getFirst();
                assertThat(first.words()).isEqualTo("HTTP 500");
            }
            receiver.answers((exchange, it, number) -> exchange.sendResponseHeaders(503, -1));
            try (var _ = service(patience())) {
                var later = new Trouble(first.since(), "HTTP 503");
                await().atMost(WAIT)
                        .until(() -> newsroom.troubles("troubled").equals(List.of(later)));

                receiver.answers(Receiver::taken);
                await().atMost(WAIT).until(() -> newsroom.troubles("troubled").isEmpty());
            }
        }
    }

    @Test
    void goneMeansPausedUntilAnOperatorSaysOtherwiseAndNothingIsLost() throws Exception {
        try (Receiver receiver =
                        Receiver.open(
                                (exchange, it, number) -> exchange.sendResponseHeaders(410, -1));
                var _ = service(patience())) {
            String source = subscribe("gone", receiver);
            List<String> published = publish(source, 2);

            await().atMost(WAIT).until(() -> latest("gone").getState() == WebhookState.GONE);
            assertThat(latest("gone").getNote()).isEqualTo("HTTP 410");
            assertThat(receiver.received()).hasSize(1);

            receiver.answers(Receiver::taken);
            newsroom.put(
                    Topics.WEBHOOKS,
                    "gone",
                    Webhook.newBuilder(latest("gone")).setState(WebhookState.ACTIVE).build());
            await().atMost(WAIT).until(() -> receiver.received().size() >= 3);
            assertThat(receiver.articleIds().stream().distinct())
                    .containsExactlyInAnyOrderElementsOf(published);
        }
    }

    @Test
    void whatIsNotWantedOrTooOldIsADeadLetterThatCanBeReplayedAsADelivery() throws Exception {
        try (Receiver receiver =
                        Receiver.open((exchange, it, number) ->
                                exchange.sendResponseHeaders(number <= 3 ? 422 : 204, -1));
                var _ = service(patience())) {
            String source = subscribe("picky", receiver);
            List<String> published = publish(source, 2);

            await().atMost(WAIT).until(() -> receiver.received().size() >= 4);
            DeadLetter letter = letterOf("picky");
            assertThat(letter.getStage()).isEqualTo(FailureStage.DELIVERY);
            assertThat(letter.getReason()).isEqualTo(FailureReason.DELIVERY_REJECTED);
            assertThat(letter.getMessage())
                    .isEqualTo("DELIVERY_REJECTED: webhook picky, 3 attempts; the last: HTTP 422");
            assertThat(letter.getOrigin().getTopic()).isEqualTo(Topics.WEBHOOK_DELIVERIES.name());

            // As `dead replay` does: the bare original, where it says it came from.
            newsroom.putBytes(Topics.WEBHOOK_DELIVERIES.name(), "picky", letter.getOriginalValue());
            await().atMost(WAIT).until(() -> receiver.received().size() >= 5);
            Receiver.Received again = receiver.received().getLast();
            assertThat(published).contains(again.articleId());
            assertThat(again.body()).isEqualTo(receiver.received().getFirst().body());
            assertThat(again.id()).isEqualTo(receiver.received().getFirst().id());
        }
    }

    @Test
    void whatFailsBeyondItsTimeToLiveMakesRoomForTheNext() throws Exception {
        var shortLived =
                new WebhookConfig.Patience(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(20),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(5));
        try (Receiver receiver =
                        Receiver.open((exchange, it, number) ->
                                exchange.sendResponseHeaders(
                                        it.body().contains("Headline 666 ") ? 500 : 204, -1));
                var _ = service(shortLived)) {
            String source = subscribe("shortlived", receiver);
            newsroom.publish(
                    Articles.of(source, next()).setHeadline("Headline 666 is bad").build());
            List<String> good = publish(source, 1);

            await().atMost(WAIT).until(() -> receiver.articleIds().containsAll(good));
            DeadLetter letter = letterOf("shortlived");
            assertThat(letter.getReason()).isEqualTo(FailureReason.RETRIES_EXHAUSTED);
            assertThat(letter.getRetryable()).isTrue();
        }
    }

    @Test
    void aSlowReceiverHoldsUpNobodyElse() throws Exception {
        try (Receiver slow =
                        Receiver.open((exchange, it, number) ->
                                await().pollDelay(Duration.ofSeconds(4)).until(() -> true));
                Receiver quick = Receiver.open(Receiver::taken);
                var _ = service(patience())) {
            String source = subscribe("slow", slow);
            subscribe("quick", quick, source);
            List<String> published = publish(source, 20);

            await().atMost(WAIT).until(() -> quick.received().size() >= 20);
            assertThat(quick.articleIds()).containsExactlyInAnyOrderElementsOf(published);
            assertThat(slow.received().size()).isLessThan(20);
        }
    }

    @Test
    void instancesThatComeAndGoLoseNothing() throws Exception {
        var random = new Random(20_261_126);
        try (Receiver receiver =
                Receiver.open((exchange, it, number) ->
                        exchange.sendResponseHeaders(random.nextInt(4) == 0 ? 503 : 200, -1))) {
            List<String> published = new ArrayList<>();
            String source = subscribe("restless", receiver);
            for (int round = 0; round < 3; round++) {
                try (var _ = service(patience());
                        var _ = service(patience())) {
                    published.addAll(publish(source, 15));
                    int wanted = published.size() - 8;
                    await().atMost(WAIT)
                            .until(() -> new HashSet<>(receiver.articleIds()).size() >= wanted);
                }
            }
            try (var _ = service(patience())) {
                await().atMost(WAIT).until(() -> new HashSet<>(receiver.articleIds()).size() == 45);
            }

            assertThat(new HashSet<>(receiver.articleIds())).isEqualTo(new HashSet<>(published));
            for (Receiver.Received it : receiver.received()) {
                assertThat(it.signature()).contains(signature(OLD_KEY, it));
            }
            assertThat(receiver.received().stream().map(Receiver.Received::id).distinct())
                    .hasSize(45);
        }
    }

    @Test
    void anAddressThatIsNotPublicIsNotAsked() throws Exception {
        try (Receiver receiver = Receiver.open(Receiver::taken);
                var service = service(patience(), EgressPolicy.publicOnly())) {
            String source = subscribe("inside", receiver);
            publish(source, 1);

            await().atMost(WAIT).until(() -> count(service.meters(), "failed") >= 2);
            assertThat(receiver.received()).isEmpty();
            assertThat(
                            service.meters()
                                    .get("broadsheet.webhook.lag.records")
                                    .tag("webhook", "inside")
                                    .gauge()
                                    .value())
                    .isGreaterThanOrEqualTo(1);
        }
    }

    /** A service that runs. */
    private record Running(WebhookService service, SimpleMeterRegistry meters)
            implements AutoCloseable {
        @Override
        public void close() {
            service.close();
        }
    }

    private static double count(SimpleMeterRegistry meters, String outcome) {
        var counter =
                meters.find("broadsheet.webhook.deliveries").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private Running service(WebhookConfig.Patience patience) {
        return service(patience, EgressPolicy.allowingPrivateAddresses());
    }

    private Running service(WebhookConfig.Patience patience, EgressPolicy egress) {
        var config = new WebhookConfig(secrets, egress.withProxySettingsIgnored(), 20, patience);
        var letters = new DeadLetters("syndicate", "test", InstantSource.system());
        var service = new WebhookService(config, newsroom.kafka(), letters, new FileClaims(claims));
        var meters = new SimpleMeterRegistry();
        service.bindTo(meters);
        service.start();
        return new Running(service, meters);
    }

    private static WebhookConfig.Patience patience() {
        return new WebhookConfig.Patience(
                Duration.ofSeconds(3),
                Duration.ofHours(1),
                Duration.ofMillis(20),
                Duration.ofMillis(100),
                Duration.ofSeconds(5));
    }

    /** A webhook that wants one source, which is its own; from now on. */
    private String subscribe(String id, Receiver receiver) {
        return subscribe(id, receiver, "source-" + id);
    }

    private String subscribe(String id, Receiver receiver, String source) {
        newsroom.commitEnds(WebhookService.group(id), WebhookService.topics());
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        newsroom.put(
                Topics.WEBHOOKS,
                id,
                Webhook.newBuilder()
                        .setWebhookId(id)
                        .setUrl(receiver.url())
                        .setSecretName("both")
                        .setSources(List.of(source))
                        .setState(WebhookState.ACTIVE)
                        .setAddedAt(now)
                        .setChangedAt(now)
                        .build());
        return source;
    }

    private int next() {
        return numbers.incrementAndGet();
    }

    private List<String> publish(String source, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = next();
            newsroom.publish(Articles.of(source, number).build());
            ids.add(Articles.id(number));
        }
        return ids;
    }

    private Webhook latest(String id) {
        return newsroom.all(Topics.WEBHOOKS).stream()
                .filter(it -> it.getWebhookId().equals(id))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private DeadLetter letterOf(String webhook) {
        return newsroom.all(Topics.SYNDICATE_DEAD_LETTERS).stream()
                .filter(it -> it.getMessage().contains("webhook " + webhook + ","))
                .findFirst()
                .orElseThrow();
    }

    private static String signature(byte[] key, Receiver.Received it)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = it.id() + "." + it.timestamp() + "." + it.body();
        byte[] bytes = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        return "v1," + Base64.getEncoder().encodeToString(bytes);
    }
}

package io.broadsheet.embedded.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.subscribe.ArticleStream;
import io.broadsheet.schemas.subscribe.ArticleStreamBuilder;
import io.broadsheet.schemas.subscribe.Delivery;
import io.broadsheet.schemas.subscribe.DeliveryHandler;
import io.broadsheet.schemas.subscribe.FailureDecision;
import io.broadsheet.schemas.subscribe.FailurePolicy;
import io.broadsheet.schemas.subscribe.HandlerFailedException;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** A subscriber's stream: what it is given, when that counts as done, and how it ends. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArticleStreamIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Optional<EmbeddedPlatform> started = Optional.empty();
    private Optional<Newsroom> opened = Optional.empty();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private String group = "";

    @BeforeAll
    void start(@TempDir Path data) {
        started = Optional.of(EmbeddedPlatform.start(PlatformOptions.anyPorts(data)));
        opened = Optional.of(new Newsroom(platform()));
    }

    @AfterAll
    void stop() {
        threads.shutdownNow();
        opened.ifPresent(Newsroom::close);
        started.ifPresent(EmbeddedPlatform::close);
    }

    @BeforeEach
    void begin(TestInfo test) throws Exception {
        group = test.getTestMethod().orElseThrow().getName();
        for (String name : List.of(group, group + "classic", group + "consumer")) {
            newsroom().beginAtTheEnd(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void articlesRetractionsAndBrokenBytesComeInTheirOrder(String protocol) throws Exception {
        newsroom().publish(List.of("a", "b"));
        newsroom().write("c", "no Avro".getBytes(StandardCharsets.UTF_8));
        newsroom().publishAborted("never");
        newsroom().write("a", null);
        newsroom().write("d", new byte[] {0, 0, 0, 39, 15, 2});

        List<Delivery> seen = read(stream(protocol), 5);

        assertThat(seen).extracting(Delivery::articleId).containsExactly("a", "b", "c", "a", "d");
        assertThat(seen.get(1))
                .isInstanceOfSatisfying(
                        Delivery.Article.class,
                        it -> assertThat(it.article().getHeadline()).isEqualTo("Headline of b"));
        assertThat(seen.get(2))
                .isInstanceOfSatisfying(
                        Delivery.Undecodable.class,
                        it -> assertThat(text(it.value())).isEqualTo("no Avro"));
        assertThat(seen.get(3)).isInstanceOf(Delivery.Retraction.class);
        assertThat(seen.get(4))
                .isInstanceOfSatisfying(
                        Delivery.Undecodable.class,
                        it -> assertThat(it.reason()).hasMessageContaining("9999"));
        assertThat(seen.get(0).origin().timestamp()).isEqualTo(Newsroom.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void whatWasHandledIsNotGivenAgainAndWhatFailedIs(String protocol) throws Exception {
        newsroom().publish(List.of("a", "b", "c"));
        ArticleStreamBuilder builder = stream(protocol).onFailure(FailurePolicy.stop());
        List<String> handled = new ArrayList<>();

        try (ArticleStream stream = builder.open()) {
            assertThatExceptionOfType(HandlerFailedException.class)
                    .isThrownBy(() ->
                            stream.forEach(delivery -> {
                                failOn("b", delivery);
                                handled.add(delivery.articleId());
                            }))
                    .withMessageContaining("news.articles.enriched.v1/0/")
                    .havingCause()
                    .withMessage("no b today");
            stream.forEach(delivery -> handled.add("after the end"));
        }

        assertThat(handled).containsExactly("a");
        assertThat(ids(read(builder, 2))).containsExactly("b", "c");
    }

    @Test
    void aPolicyMayTryAgainAndThenGoOnWithoutIt() throws Exception {
        newsroom().publish(List.of("a", "b", "c"));
        List<Integer> attempts = new ArrayList<>();
        var retries = FailurePolicy.retrying(2, Duration.ofMillis(10), FailurePolicy.skip());
        ArticleStreamBuilder builder =
                stream()
                        .onFailure(failure -> {
                            attempts.add(failure.attempts());
                            return retries.decide(failure);
                        });
        List<String> handled = new ArrayList<>();

        try (ArticleStream stream = builder.open()) {
            stream.forEach(delivery -> {
                failOn("b", delivery);
                handled.add(delivery.articleId());
                if (delivery.articleId().equals("c")) {
                    stream.stop();
                }
            });
        }

        assertThat(handled).containsExactly("a", "c");
        assertThat(attempts).containsExactly(1, 2, 3);
        newsroom().publish(List.of("e"));
        assertThat(ids(read(stream(), 1))).containsExactly("e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aLongWaitBetweenTriesKeepsThePlaceInTheGroup(String protocol) throws Exception {
        newsroom().publish(List.of("a", "b"));
        ArticleStreamBuilder builder =
                stream(protocol)
                        .with("max.poll.interval.ms", "1000")
                        .onFailure(failure -> new FailureDecision.Retry(Duration.ofSeconds(3)));
        List<String> tries = new ArrayList<>();

        try (ArticleStream stream = builder.open()) {
            stream.forEach(delivery -> {
                tries.add(delivery.articleId());
                if (tries.size() == 1) {
                    throw new IllegalStateException("not yet");
                }
                if (delivery.articleId().equals("b")) {
                    stream.stop();
                }
            });
        }

        assertThat(tries).containsExactly("a", "a", "b");
    }

    @Test
    void closingFromAnotherThreadFinishesTheDeliveryAtHandAndCommitsIt() throws Exception {
        newsroom().publish(List.of("a", "b"));
        var began = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        List<String> handled = new CopyOnWriteArrayList<>();
        ArticleStream stream = stream().open();
        var reading =
                CompletableFuture.runAsync(
                        () ->
                                stream.forEach(delivery -> {
                                    began.countDown();
                                    mayEnd.await();
                                    handled.add(delivery.articleId());
                                }),
                        threads);
        assertThat(began.await(60, TimeUnit.SECONDS)).isTrue();

        var closing = CompletableFuture.runAsync(stream::close, threads);
        Awaitility.await().during(Duration.ofMillis(300)).until(() -> !closing.isDone());
        mayEnd.countDown();

        closing.get(60, TimeUnit.SECONDS);
        reading.get(60, TimeUnit.SECONDS);
        assertThat(handled).containsExactly("a");
        assertThat(ids(read(stream(), 1))).containsExactly("b");
    }

    @Test
    void aStreamThatWaitsForNewsIsClosedAtOnce() throws Exception {
        ArticleStream stream = stream().open();
        var reading = CompletableFuture.runAsync(() -> stream.forEach(delivery -> {}), threads);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThatIllegalStateException()
                                .isThrownBy(stream::commit)
                                .withMessageContaining("another thread"));

        stream.close();

        reading.get(10, TimeUnit.SECONDS);
        assertThat(stream.poll(Duration.ofSeconds(5))).isEmpty();
    }

    @Test
    void whatWasPolledIsGivenAgainUnlessItIsCommitted() throws Exception {
        newsroom().publish(List.of("a", "b"));
        try (ArticleStream stream = stream().open()) {
            assertThat(ids(pollUntil(stream, 2))).containsExactly("a", "b");
        }
        try (ArticleStream stream = stream().open()) {
            assertThat(ids(pollUntil(stream, 2))).containsExactly("a", "b");
            stream.commit();
        }
        newsroom().publish(List.of("c"));
        try (ArticleStream stream = stream().open()) {
            assertThat(ids(pollUntil(stream, 1))).containsExactly("c");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void aNewGroupMayBeginAtATimeAndKeepsItsBeginning(String protocol) throws Exception {
        // A day of its own for each protocol, since the topic keeps what was written.
        Instant day = Newsroom.NOON.plus(Duration.ofDays(protocol.length()));
        newsroom().publish("old", day);
        ArticleStreamBuilder builder =
                stream(protocol).with("group.id", protocol + "1").since(day.plusSeconds(60));
        try (ArticleStream stream = builder.open()) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> {
                        assertThat(stream.poll(Duration.ofMillis(100))).isEmpty();
                        return newsroom().offsets(protocol + "1").size() == 3;
                    });
        }
        // By its time it is older than the beginning, but it came after the group had begun.
        newsroom().publish("late", day.plusSeconds(1));
        newsroom().publish("new", day.plusSeconds(61));

        assertThat(ids(read(builder, 2))).containsExactly("late", "new");
        assertThat(ids(read(builder.with("group.id", protocol + "2"), 1))).containsExactly("new");
    }

    @Test
    void whileTheRegistryIsAwayTheStreamWaitsAndBlamesNoRecord() throws Exception {
        newsroom().publish(List.of("a"));
        try (var registry = new ShutRegistry(platform().registryUrl());
                ArticleStream stream =
                        stream().with("schema.registry.url", registry.url()).open()) {
            var first = new CompletableFuture<Delivery>();
            var reading =
                    CompletableFuture.runAsync(() -> stream.forEach(first::complete), threads);
            Awaitility.await().atMost(PATIENCE).until(() -> registry.refusals() >= 3);
            assertThat(first).isNotDone();

            registry.open();

            assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Delivery.Article.class);
            stream.stop();
            reading.get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void twoReadersOfAGroupShareThePartitionsAndLoseNothingWhenOneLeaves() throws Exception {
        List<String> ids = IntStream.range(0, 500).mapToObj(Integer::toString).toList();
        List<String> handled = new CopyOnWriteArrayList<>();
        ArticleStream first = stream().with("max.poll.records", "10").open();
        ArticleStream second = stream().with("max.poll.records", "10").open();
        var one = CompletableFuture.runAsync(() -> first.forEach(add(handled)), threads);
        newsroom().publish(ids.subList(0, 250));
        Awaitility.await().atMost(PATIENCE).until(() -> handled.size() > 50);
        var two = CompletableFuture.runAsync(() -> second.forEach(add(handled)), threads);
        newsroom().publish(ids.subList(250, 500));
        Awaitility.await().atMost(PATIENCE).until(() -> handled.size() > 300);

        first.close();

        Awaitility.await().atMost(PATIENCE).until(() -> handled.containsAll(ids));
        second.close();
        one.get(60, TimeUnit.SECONDS);
        two.get(60, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void whoJoinsWhileMuchIsUnreadCostsNobodyARecord(String protocol) throws Exception {
        List<String> ids = IntStream.range(0, 3_000).mapToObj(Integer::toString).toList();
        newsroom().publish(ids);
        Set<String> handled = ConcurrentHashMap.newKeySet();
        var readers = new ArrayList<ArticleStream>();
        var ends = new ArrayList<CompletableFuture<Void>>();
        for (int seen : List.of(0, 100, 400)) {
            Awaitility.await().atMost(PATIENCE).until(() -> handled.size() >= seen);
            ArticleStream reader = stream(protocol).with("max.poll.records", "50").open();
            readers.add(reader);
            ends.add(
                    CompletableFuture.runAsync(
                            () -> reader.forEach(it -> slowly(handled, it)), threads));
        }

        Awaitility.await().atMost(PATIENCE).until(() -> handled.containsAll(ids));

        readers.forEach(ArticleStream::close);
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }

    /** So that much is unread when another one joins. */
    private static void slowly(Set<String> handled, Delivery delivery) {
        LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        handled.add(delivery.articleId());
    }

    private static DeliveryHandler add(List<String> handled) {
        return delivery -> handled.add(delivery.articleId());
    }

    /** The first so many deliveries, all of them handled. */
    private static List<Delivery> read(ArticleStreamBuilder builder, int count) {
        List<Delivery> seen = new ArrayList<>();
        try (ArticleStream stream = builder.open()) {
            stream.forEach(delivery -> {
                seen.add(delivery);
                if (seen.size() == count) {
                    stream.stop();
                }
            });
        }
        return seen;
    }

    private static List<Delivery> pollUntil(ArticleStream stream, int count) {
        List<Delivery> seen = new ArrayList<>();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> {
                    seen.addAll(stream.poll(Duration.ofMillis(100)));
                    return seen.size() >= count;
                });
        return seen;
    }

    private static List<String> ids(List<Delivery> deliveries) {
        return deliveries.stream().map(Delivery::articleId).toList();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static void failOn(String id, Delivery delivery) {
        if (delivery.articleId().equals(id)) {
            throw new IllegalStateException("no " + id + " today");
        }
    }

    private ArticleStreamBuilder stream(String protocol) {
        return stream().with("group.id", group + protocol).with("group.protocol", protocol);
    }

    private ArticleStreamBuilder stream() {
        return ArticleStream.builder(
                platform().bootstrapServers(), platform().registryUrl(), group);
    }

    private EmbeddedPlatform platform() {
        return started.orElseThrow();
    }

    private Newsroom newsroom() {
        return opened.orElseThrow();
    }
}

package io.broadsheet.enrich.image.service;

import static io.broadsheet.enrich.image.check.ScriptedOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.check.Pictures;
import io.broadsheet.enrich.image.check.ScriptedOrigin;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.ImageVerdict;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** The service on a real broker and registry, asking a real server. */
class CheckImagesServiceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] PICTURE = Pictures.png(300, 300);
    private static final byte[] NONE = new byte[0];

    @TempDir Path directory;

    /** What the clock of the service is ahead. */
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);

    private EmbeddedPlatform platform;
    private RequestTopics topics;
    private ScriptedOrigin origin;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory));
        topics = new RequestTopics(platform.bootstrapServers(), platform.registryUrl());
        origin = ScriptedOrigin.open();
    }

    @AfterEach
    void stop() throws IOException {
        origin.close();
        topics.close();
        platform.close();
    }

    @Test
    void eachRequestIsAnsweredAndEachImageIsAFactOnce() {
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            topics.ask("one", origin.url("/a.png"));
            topics.ask("two", origin.url("/a.png"));
            topics.ask("two", origin.url("/gone.png"));
            topics.ask("three", "data:image/png;base64,AAAA");
            service.start();
            await(() -> topics.values(Topics.IMAGE_CHECK_RESULTS).size() >= 4);
            assertThat(service.failure()).isEmpty();
        }

        List<ImageCheck> facts = topics.values(Topics.IMAGE_CHECKS);
        assertThat(facts)
                .extracting(ImageCheck::getVerdict)
                .containsExactlyInAnyOrder(
                        ImageVerdict.OK_INSECURE, ImageVerdict.NOT_FOUND, ImageVerdict.INLINE_DATA);
        assertThat(origin.asked("/a.png")).isOne();
        ImageCheckResult answer = topics.answer("one").orElseThrow();
        assertThat(answer.getCheck().getImageId()).isEqualTo(ImageId.of(origin.url("/a.png")));
        assertThat(answer.getCheck().getWidth()).isEqualTo(300);
    }

    @Test
    void whatIsKnownIsNotAskedAgainAfterARestart() {
        origin.serving("/a.png", "image/png", PICTURE);
        for (String article : List.of("before", "after")) {
            try (CheckImagesService service = service(CheckProcess.config())) {
                service.start();
                topics.ask(article, origin.url("/a.png"));
                await(() -> topics.answered().contains(article));
            }
        }

        assertThat(origin.asked("/a.png")).isOne();
        assertThat(lastFact().getCarriers())
                .extracting(ImageCarrier::getArticleId)
                .containsExactly("before", "after");
    }

    @Test
    void poisonIsBuriedByteForByteAndTheOthersGoOn() throws Exception {
        byte[] poison = "\0\0\0\0\1 not avro".getBytes(StandardCharsets.UTF_8);
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.offer("127.0.0.1", poison);
            topics.ask("good", origin.url("/a.png"));
            await(() -> topics.answered().contains("good"));
            await(() -> topics.committed() == 2);
        }

        List<DeadLetter> letters = topics.values(Topics.CHECK_IMAGES_DEAD_LETTERS);
        assertThat(letters).extracting(DeadLetter::getCode).containsExactly("AVRO_CORRUPT");
        assertThat(letters.getFirst().getOriginalValue().array()).isEqualTo(poison);
    }

    @Test
    void aSlowImageHoldsUpNeitherTheOthersNorTheOffsetsBeforeIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        origin.serving("/a.png", "image/png", PICTURE);
        origin.at(
                "/slow.png",
                (_, out) -> {
                    awaitQuietly(release);
                    write(out, 200, "Content-Type: image/png", PICTURE);
                });
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("first", origin.url("/a.png"));
            await(() -> topics.committed() == 1);
            topics.ask("slow", origin.url("/slow.png"));
            topics.ask("last", origin.url("/gone.png"));
            await(() -> topics.answered().contains("last"));
            assertThat(topics.committed()).isEqualTo(1);
            release.countDown();
            await(() -> topics.committed() == 3);
        }
        assertThat(topics.answered()).contains("slow");
    }

    @Test
    void aFaultThatPassesIsTriedAgainBeforeAnyoneHearsOfIt() {
        AtomicInteger asked = new AtomicInteger();
        origin.at(
                "/shaky.png",
                (_, out) -> {
                    boolean up = asked.incrementAndGet() > 1;
                    write(out, up ? 200 : 500, "Content-Type: image/png", up ? PICTURE : NONE);
                });
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/shaky.png"));
            await(() -> topics.answered().contains("one"));
        }

        assertThat(topics.answer("one").orElseThrow().getCheck().getVerdict())
                .isEqualTo(ImageVerdict.OK_INSECURE);
    }

    @Test
    void aHostThatAsksToBeLeftAloneIsLeftAlone() {
        origin.at("/a.png", (_, out) -> write(out, 429, "Retry-After: 600", NONE));
        origin.serving("/b.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/a.png"));
            await(() -> topics.answered().contains("one"));
            topics.ask("two", origin.url("/b.png"));
            await(() -> topics.answered().contains("two"));
        }

        assertThat(topics.answer("two").orElseThrow().getCheck().getVerdict())
                .isEqualTo(ImageVerdict.RATE_LIMITED);
        assertThat(origin.asked("/b.png")).isZero();
    }

    @Test
    void aHostThatKeepsFailingIsLeftAloneForAWhile() {
        origin.at("/503", (_, out) -> write(out, 503, "", NONE));
        int images = 12;
        for (int i = 0; i < images; i++) {
            origin.at("/down-" + i, (_, _) -> {});
            topics.ask("article-" + i, origin.url("/down-" + i));
        }
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            await(() -> topics.answered().size() == images);
        }

        assertThat(origin.asked()).hasSizeLessThan(images);
        assertThat(topics.values(Topics.IMAGE_CHECK_RESULTS))
                .allSatisfy(result ->
                        assertThat(result.getCheck().getVerdict())
                                .isEqualTo(ImageVerdict.CONNECTION_FAILED));
    }

    @Test
    void noHostGetsMoreThanItsPaceHoweverManyAreAsked() {
        int images = 20;
        for (int i = 0; i < images; i++) {
            origin.serving("/" + i + ".png", "image/png", Pictures.png(300 + i, 300));
            topics.ask("article-" + i, origin.url("/" + i + ".png"));
        }
        var politeness = Politeness.defaults().withPerSecondMax(20);
        try (CheckImagesService service =
                service(CheckProcess.config().withPoliteness(politeness))) {
            service.start();
            await(() -> topics.answered().size() == images);
        }

        List<Long> times = origin.asked().stream().map(ScriptedOrigin.Asked::atNanos).toList();
        long took = times.getLast() - times.getFirst();
        assertThat(Duration.ofNanos(took)).isGreaterThan(Duration.ofMillis(50L * (images - 2)));
    }

    @Test
    void twoInstancesShareTheHostsAndALeaverLosesNothing() {
        int images = 60;
        for (int i = 0; i < images; i++) {
            origin.serving("/" + i + ".png", "image/png", Pictures.png(300 + i, 300));
        }
        try (CheckImagesService stays = service(CheckProcess.config())) {
            stays.start();
            try (CheckImagesService leaves = service(CheckProcess.config())) {
                leaves.start();
                for (int i = 0; i < images; i++) {
                    topics.ask("article-" + i, origin.url("/" + i + ".png"));
                }
                await(() -> !topics.answered().isEmpty());
            }
            await(() -> topics.answered().size() == images);
            await(() -> topics.committed() == images);
        }
    }

    @Test
    void killedInTheMiddleEachRequestStillHasItsAnswer() throws Exception {
        int images = 300;
        Set<String> articles = new HashSet<>();
        for (int i = 0; i < images; i++) {
            origin.serving("/" + i + ".png", "image/png", Pictures.png(300 + i, 300));
            topics.ask("article-" + i, origin.url("/" + i + ".png"));
            articles.add("article-" + i);
        }
        topics.flush();
        for (int kill = 1; kill <= 2; kill++) {
            int answersBefore = topics.answered().size();
            try (var _ = CheckProcess.start(platform.bootstrapServers(), platform.registryUrl())) {
                await(() -> topics.answered().size() > answersBefore);
            }
        }
        assertThat(topics.answered()).hasSizeLessThan(images);
        assertThat(topics.committed()).isLessThanOrEqualTo(topics.answered().size());
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            await(() -> topics.answered().size() == images);
            await(() -> topics.committed() == images);
        }

        assertThat(topics.answered()).isEqualTo(articles);
        assertThat(topics.values(Topics.CHECK_IMAGES_DEAD_LETTERS)).isEmpty();
    }

    @Test
    void whatIsDueIsCheckedAgainByItselfAndWhoCarriesItHearsOfTheChange() {
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/late.png"));
            await(() -> topics.answered().contains("one"));
            topics.ask("two", origin.url("/late.png"));
            await(() -> topics.answered().contains("two"));
            assertThat(verdict("one")).isEqualTo(ImageVerdict.NOT_FOUND);

            origin.serving("/late.png", "image/png", PICTURE);
            passed.set(Duration.ofHours(25));
            await(() -> verdict("one") == ImageVerdict.OK_INSECURE);
            await(() -> verdict("two") == ImageVerdict.OK_INSECURE);
        }

        ImageCheck last = topics.values(Topics.IMAGE_CHECKS).getLast();
        assertThat(last.getCarriers())
                .extracting(ImageCarrier::getArticleId)
                .containsExactly("one", "two");
    }

    @Test
    void aPictureThatFailsOnceIsNoNewsAndOneThatFailsForDaysIs() {
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/a.png"));
            await(() -> topics.answered().contains("one"));

            origin.at("/a.png", (_, out) -> write(out, 404, "", NONE));
            passed.set(Duration.ofDays(31));
            for (int failures = 1; failures <= 3; failures++) {
                int expected = failures;
                await(() -> lastFact().getConsecutiveFailures() >= expected);
                assertThat(lastFact().getConclusive()).isEqualTo(failures == 3);
                assertThat(failures == 3 || verdict("one") == ImageVerdict.OK_INSECURE).isTrue();
                passed.updateAndGet(time -> time.plus(Duration.ofHours(25)));
            }
            await(() -> verdict("one") == ImageVerdict.NOT_FOUND);
        }
    }

    @Test
    void whoCameTooLateStillHearsWhatTheImageIs() {
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("late", origin.url("/a.png"), InstantSource.system().instant());
            await(() -> verdict("late") == ImageVerdict.OK_INSECURE);
        }

        assertThat(topics.values(Topics.IMAGE_CHECK_RESULTS))
                .extracting(result -> result.getCheck().getVerdict())
                .startsWith(ImageVerdict.DEADLINE_EXCEEDED);
    }

    @Test
    void robotsAreHonouredWhereTheOperatorSaysSo() {
        byte[] wishes = "User-agent: *\nDisallow: /private/\n".getBytes(StandardCharsets.US_ASCII);
        origin.serving("/robots.txt", "text/plain", wishes);
        origin.serving("/private/a.png", "image/png", PICTURE);
        origin.serving("/a.png", "image/png", PICTURE);
        var politeness = CheckProcess.config().politeness().withRobotsHonoured(true);
        try (CheckImagesService service =
                service(CheckProcess.config().withPoliteness(politeness))) {
            service.start();
            topics.ask("one", origin.url("/private/a.png"));
            topics.ask("two", origin.url("/a.png"));
            await(() -> topics.answered().size() == 2);
        }

        assertThat(verdict("one")).isEqualTo(ImageVerdict.ROBOTS_DISALLOWED);
        assertThat(verdict("two")).isEqualTo(ImageVerdict.OK_INSECURE);
        assertThat(origin.asked("/private/a.png")).isZero();
        assertThat(origin.asked("/robots.txt")).isBetween(1L, 2L);
    }

    @Test
    void onePictureUnderFiveUrlsIsNone() {
        int images = 5;
        for (int i = 0; i < images; i++) {
            origin.serving("/" + i + ".png", "image/png", PICTURE);
        }
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            for (int i = 0; i < images; i++) {
                topics.ask("article-" + i, origin.url("/" + i + ".png"));
            }
            await(() -> topics.answered().size() == images);
            for (int i = 0; i < images; i++) {
                String article = "article-" + i;
                await(() -> verdict(article) == ImageVerdict.PLACEHOLDER);
            }
        }
    }

    private ImageVerdict verdict(String articleId) {
        return topics.answer(articleId)
                .map(answer -> answer.getCheck().getVerdict())
                .orElse(ImageVerdict.UNKNOWN);
    }

    private ImageCheck lastFact() {
        return topics.values(Topics.IMAGE_CHECKS).getLast();
    }

    private CheckImagesService service(CheckImagesConfig config) {
        return CheckProcess.service(
                RequestTopics.access(platform.bootstrapServers(), platform.registryUrl()),
                config,
                () -> InstantSource.system().instant().plus(passed.get()));
    }

    private void await(Callable<Boolean> condition) {
        topics.flush();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

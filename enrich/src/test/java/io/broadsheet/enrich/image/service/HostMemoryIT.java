package io.broadsheet.enrich.image.service;

import static io.broadsheet.enrich.image.check.ScriptedOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.check.Exclusions;
import io.broadsheet.enrich.image.check.Pictures;
import io.broadsheet.enrich.image.check.ScriptedOrigin;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageVerdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

/** What is known about hosts when an instance dies, and what hosts and operators forbid. */
class HostMemoryIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final byte[] PICTURE = Pictures.png(300, 300);
    private static final byte[] NONE = new byte[0];

    /** Longer than it takes until the partitions of one that was killed are another's. */
    private static final Duration ALONE = Duration.ofSeconds(25);

    @TempDir Path directory;

    private final MeterRegistry meters = new SimpleMeterRegistry();
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
    void whoAskedOneInstanceToBeLeftAloneIsLeftAloneByTheNextOne() throws IOException {
        origin.at(
                "/a.png",
                (_, out) -> {
                    boolean first = origin.asked().size() == 1;
                    String headers =
                            first ? "Retry-After: " + ALONE.toSeconds() : "Content-Type: image/png";
                    write(out, first ? 429 : 200, headers, first ? NONE : PICTURE);
                });
        origin.serving("/b.png", "image/png", PICTURE);
        topics.ask("one", origin.url("/a.png"));
        topics.flush();
        try (var _ = CheckProcess.start(platform.bootstrapServers(), platform.registryUrl())) {
            await(() -> !topics.values(Topics.HOST_STATE).isEmpty());
        }
        try (CheckImagesService next = service(CheckProcess.config())) {
            topics.ask("two", origin.url("/b.png"));
            next.start();
            await(() -> topics.answered().size() == 2);
        }

        HostState state = topics.values(Topics.HOST_STATE).getFirst();
        assertThat(state.getHost()).isEqualTo("127.0.0.1");
        assertThat(state.getBlockReason()).isEqualTo(ImageVerdict.RATE_LIMITED);
        assertThat(verdict("two")).isEqualTo(ImageVerdict.OK_INSECURE);
        List<Long> times = origin.asked().stream().map(ScriptedOrigin.Asked::atNanos).toList();
        assertThat(times.subList(1, times.size()))
                .isNotEmpty()
                .allSatisfy(time ->
                        assertThat(Duration.ofNanos(time - times.getFirst()))
                                .isGreaterThan(ALONE.minusMillis(50)));
    }

    @Test
    void whatOneInstanceHasLearnedAboutAHostTheNextOneKnows() {
        for (String path : List.of("/a.png", "/b.png")) {
            origin.at(
                    path,
                    (asked, out) -> {
                        boolean ours =
                                asked.headers()
                                        .getOrDefault("referer", "")
                                        .startsWith("https://news.example/");
                        write(out, ours ? 200 : 403, "Content-Type: image/png", PICTURE);
                    });
        }
        try (CheckImagesService first = service(CheckProcess.config())) {
            first.start();
            topics.ask("one", origin.url("/a.png"));
            await(() -> topics.answered().contains("one"));
        }
        assertThat(origin.asked("/a.png")).isGreaterThan(1);
        try (CheckImagesService next = service(CheckProcess.config())) {
            next.start();
            topics.ask("two", origin.url("/b.png"));
            await(() -> topics.answered().contains("two"));
        }

        assertThat(origin.asked("/b.png")).isOne();
        assertThat(topics.answer("two").orElseThrow().getCheck().getWidth()).isEqualTo(300);
    }

    @Test
    void whatTheOperatorExcludesIsNeverAskedForNotEvenBehindARedirect() {
        origin.at("/moved.png", (_, out) -> write(out, 302, "Location: /pixels/a.png", NONE));
        origin.serving("/pixels/a.png", "image/png", PICTURE);
        var excluded = Exclusions.parse("127.0.0.1/pixels/").orElseThrow();
        CheckImagesConfig config =
                CheckProcess.config().withRules(CheckRules.defaults().withExcluded(excluded));
        try (CheckImagesService service = service(config)) {
            service.start();
            topics.ask("one", origin.url("/pixels/a.png"));
            topics.ask("two", origin.url("/moved.png"));
            await(() -> topics.answered().size() == 2);
        }

        assertThat(verdict("one")).isEqualTo(ImageVerdict.EXCLUDED);
        assertThat(verdict("two")).isEqualTo(ImageVerdict.EXCLUDED);
        assertThat(topics.answer("two").orElseThrow().getCheck().getDetail())
                .isEqualTo("excluded by the operator");
        assertThat(origin.asked("/pixels/a.png")).isZero();
        assertThat(counted(ImageVerdict.EXCLUDED, "open")).isEqualTo(2);
    }

    @Test
    void robotsOfWhereARedirectLeadsAreHonoured() throws IOException {
        try (ScriptedOrigin target = ScriptedOrigin.open()) {
            target.serving("/robots.txt", "text/plain", bytes("User-agent: *\nDisallow: /no/\n"));
            target.serving("/no/a.png", "image/png", PICTURE);
            target.serving("/yes/a.png", "image/png", PICTURE);
            for (String path : List.of("/no/a.png", "/yes/a.png")) {
                String to = "Location: " + target.url(path);
                origin.at(path, (_, out) -> write(out, 302, to, NONE));
            }
            var politeness = CheckProcess.config().politeness().withRobotsHonoured(true);
            try (CheckImagesService service =
                    service(CheckProcess.config().withPoliteness(politeness))) {
                service.start();
                topics.ask("one", origin.url("/no/a.png"));
                topics.ask("two", origin.url("/yes/a.png"));
                await(() -> topics.answered().size() == 2);
            }

            assertThat(verdict("one")).isEqualTo(ImageVerdict.ROBOTS_DISALLOWED);
            assertThat(verdict("two")).isEqualTo(ImageVerdict.OK_INSECURE);
            assertThat(target.asked("/no/a.png")).isZero();
        }
    }

    @Test
    void theCheckerCountsWhatItDoes() {
        origin.at("/429", (_, out) -> write(out, 429, "Retry-After: 600", NONE));
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/a.png"));
            await(() -> topics.answered().contains("one"));
            topics.ask("two", origin.url("/429"));
            await(() -> topics.answered().contains("two"));
            topics.ask("three", origin.url("/b.png"));
            await(() -> topics.answered().contains("three"));

            assertThat(counted(ImageVerdict.OK_INSECURE, "open")).isOne();
            assertThat(counted(ImageVerdict.RATE_LIMITED, "blocked")).isEqualTo(2);
            assertThat(meters.get("broadsheet.image.hosts").tag("state", "blocked").gauge().value())
                    .isOne();
            assertThat(meters.get("broadsheet.image.queue").gauge().value()).isZero();
            assertThat(meters.get("broadsheet.image.checks.in.flight").gauge().value()).isZero();
        }
    }

    @Test
    void aLongerWaitThatIsAskedForMeanwhileHoldsForThoseWhoWaitAlready() {
        refusingOnce("/a.png", 4, () -> waiting() == 1);
        refusingOnce("/b.png", 8, () -> blocks().size() == 1 && waiting() == 0);
        origin.serving("/c.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/a.png"));
            topics.ask("two", origin.url("/b.png"));
            await(() -> origin.asked("/a.png") == 1 && origin.asked("/b.png") == 1);
            topics.ask("three", origin.url("/c.png"));
            await(() -> origin.asked("/c.png") == 1); // the others read the topics until then
            await(() -> topics.answered().contains("three"));
        }

        Instant asked = topics.answer("three").orElseThrow().getCheck().getCheckedAt();
        assertThat(blocks()).hasSize(2);
        assertThat(asked).isAfterOrEqualTo(blocks().getLast());
    }

    @Test
    void whoAnswersBehindARedirectIsTheOneWhoIsLeftAlone() {
        String limited = origin.url("/limited.png").replace("127.0.0.1", "localhost");
        origin.at("/moved.png", (_, out) -> write(out, 302, "Location: " + limited, NONE));
        origin.at("/limited.png", (_, out) -> write(out, 429, "Retry-After: 600", NONE));
        origin.serving("/a.png", "image/png", PICTURE);
        try (CheckImagesService service = service(CheckProcess.config())) {
            service.start();
            topics.ask("one", origin.url("/moved.png"));
            await(() -> topics.answered().contains("one"));
            topics.ask("two", origin.url("/a.png"));
            topics.ask("three", limited);
            await(() -> topics.answered().size() == 3);
        }

        assertThat(topics.values(Topics.HOST_STATE))
                .filteredOn(state -> state.getBlockedUntil() != null)
                .extracting(HostState::getHost)
                .containsOnly("localhost");
        assertThat(verdict("one")).isEqualTo(ImageVerdict.RATE_LIMITED);
        assertThat(verdict("two")).isEqualTo(ImageVerdict.OK_INSECURE);
        assertThat(verdict("three")).isEqualTo(ImageVerdict.RATE_LIMITED);
        assertThat(origin.asked("/limited.png")).isOne();
    }

    /** Asks to be left alone for so long, once and not before the moment has come. */
    private void refusingOnce(String path, int seconds, Callable<Boolean> moment) {
        origin.at(
                path,
                (_, out) -> {
                    boolean first = origin.asked(path) == 1;
                    if (first) {
                        await(moment);
                    }
                    String headers = first ? "Retry-After: " + seconds : "Content-Type: image/png";
                    write(out, first ? 429 : 200, headers, first ? NONE : PICTURE);
                });
    }

    /** Until when hosts asked to be left alone, one after the other. */
    private List<Instant> blocks() {
        return topics.values(Topics.HOST_STATE).stream()
                .map(HostState::getBlockedUntil)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private double waiting() {
        return meters.get("broadsheet.image.queue").gauge().value();
    }

    private double counted(ImageVerdict verdict, String host) {
        return meters.get("broadsheet.image.checks")
                .tag("verdict", verdict.name())
                .tag("host", host)
                .counter()
                .count();
    }

    private ImageVerdict verdict(String articleId) {
        return topics.answer(articleId)
                .map(answer -> answer.getCheck().getVerdict())
                .orElse(ImageVerdict.UNKNOWN);
    }

    private CheckImagesService service(CheckImagesConfig config) {
        CheckImagesService service =
                CheckProcess.service(
                        RequestTopics.access(platform.bootstrapServers(), platform.registryUrl()),
                        config,
                        InstantSource.system());
        service.bindTo(meters);
        return service;
    }

    private void await(Callable<Boolean> condition) {
        topics.flush();
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(condition);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

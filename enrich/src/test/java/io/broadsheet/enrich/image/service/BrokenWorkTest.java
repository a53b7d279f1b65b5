package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.SafeFetcher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** What breaks where nobody expects it ends the service, and not a worker that nobody misses. */
class BrokenWorkTest {

    private static final CheckImagesConfig CONFIG = CheckImagesConfig.standard();
    private static final InstantSource CLOCK = InstantSource.system();

    private final List<Throwable> broken = new CopyOnWriteArrayList<>();

    /** It takes nothing, and cannot even bury. */
    private static final class Barred implements Desk {

        private final RuntimeException burial = new IllegalStateException("no letters today");

        @Override
        public boolean dropped(CheckJob job) {
            throw new IllegalArgumentException("made up");
        }

        @Override
        public void finish(CheckJob job, ImageCheck check) {}

        @Override
        public void giveUp(CheckJob job, ImageCheck reason) {}

        @Override
        public void bury(CheckJob job, FailureCode code, Throwable thrown) {
            throw burial;
        }
    }

    private static final class Open implements CheckWork.Shift {

        @Override
        public void again(CheckJob job, Duration pause) {}

        @Override
        public boolean isOver() {
            return false;
        }
    }

    @Test
    void aBurialThatBreaksIsToldAndItsWorkerGoesOn() {
        var desk = new Barred();
        try (SafeFetcher fetcher =
                SafeFetcher.open(EgressPolicy.publicOnly().withProxySettingsIgnored())) {
            work(desk, fetcher).on(job("a"));
        }

        assertThat(broken).containsExactly(desk.burial);
    }

    private CheckWork work(Desk desk, SafeFetcher fetcher) {
        var parts =
                new CheckWork.Parts(
                        new ImageChecker(CheckRules.defaults(), CLOCK, "0"),
                        new WayOut(fetcher, 1, _ -> new Pace(1, 1, new Random(1), 0)),
                        Knowledge.alone(1),
                        desk,
                        new Open(),
                        new CheckMeters(new SimpleMeterRegistry()),
                        broken::add);
        return new CheckWork(parts, CONFIG.politeness(), CLOCK);
    }

    @Test
    void aLaneWhoseWorkersDiedHiresOthers() {
        int deaths = 3 * CONFIG.politeness().inFlightMax();
        List<CheckJob> done = new CopyOnWriteArrayList<>();
        try (var crew = new Crew(broken::add)) {
            var lanes = new HostLanes(CONFIG, _ -> Optional.empty(), crew);
            for (int count = 1; count <= deaths; count++) {
                int dead = count;
                lanes.offer(
                        job("bad" + count),
                        _ -> {
                            throw new IllegalStateException("made up");
                        });
                await().until(() -> broken.size() == dead);
            }
            CheckJob good = job("good");

            lanes.offer(good, done::add);

            await().until(() -> !done.isEmpty());
            assertThat(done).containsExactly(good);
            assertThat(lanes.waiting()).isZero();
        }
    }

    @Test
    void aTaskThatDiesOfAnErrorIsTold() {
        var thrown = new StackOverflowError();
        try (var crew = new Crew(broken::add)) {
            crew.execute(() -> {
                throw thrown;
            });

            await().until(() -> !broken.isEmpty());
            assertThat(broken).containsExactly(thrown);
        }
    }

    private static CheckJob job(String name) {
        String url = "https://pictures.example/" + name + ".png";
        var target = new CheckTarget(name, url, Optional.empty());
        return CheckJob.due(target, "pictures.example", Instant.MAX);
    }
}

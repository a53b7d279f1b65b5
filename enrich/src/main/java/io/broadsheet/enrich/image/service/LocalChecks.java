package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.RegistrableHost;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The checks of the service without its topics: in the lanes of their hosts, at the same pace, with
 * the same patience. What nobody has asked a broker for, nobody gets from one: reports go to
 * whoever opened this. Safe for any number of threads.
 */
public final class LocalChecks implements AutoCloseable {

    private final Crew crew;
    private final ScheduledThreadPoolExecutor retries =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("local-check-retries").factory());
    private final HostLanes lanes;
    private final CheckWork work;

    /**
     * @param fetcher stays open when this is closed
     * @param reports told of each check once, on any thread
     * @param broken told of what is wrong with this program, never with an image
     */
    public LocalChecks(
            CheckImagesConfig config,
            SafeFetcher fetcher,
            InstantSource clock,
            Consumer<ImageCheck> reports,
            Consumer<Throwable> broken) {
        crew = new Crew(broken);
        lanes = new HostLanes(config, _ -> Optional.empty(), crew);
        work =
                new CheckWork(
                        new CheckWork.Parts(
                                new ImageChecker(config.rules(), clock, "local"),
                                new WayOut(fetcher, config.workload().inFlightMax(), lanes::pace),
                                Knowledge.alone(config.workload().knownMax()),
                                new Reports(reports, broken),
                                new Retries(),
                                new CheckMeters(new CompositeMeterRegistry()),
                                broken),
                        config.politeness(),
                        clock);
    }

    /**
     * Checks an image when its turn comes. At most the last that waits for a host is refused, which
     * is a report too.
     *
     * @param deadline when it is no longer worth a try
     * @throws InterruptedException if this is closing
     */
    public void check(CheckTarget target, Instant deadline) throws InterruptedException {
        String site = RegistrableHost.of(target.url()).orElse(target.imageId());
        CheckJob job = CheckJob.due(target, site, deadline);
        if (!lanes.offer(job, work::on)) {
            work.turnAway(job);
        }
    }

    /** Interrupts what is on its way; of that there is no report. */
    @Override
    public void close() {
        crew.close();
        retries.shutdownNow();
    }

    /** Hands everything on. */
    private record Reports(Consumer<ImageCheck> reports, Consumer<Throwable> broken)
            implements Desk {

        @Override
        public boolean dropped(CheckJob job) {
            return false;
        }

        @Override
        public void finish(CheckJob job, ImageCheck check) {
            reports.accept(check);
        }

        @Override
        public void giveUp(CheckJob job, ImageCheck reason) {
            reports.accept(reason);
        }

        @Override
        public void bury(CheckJob job, FailureCode code, Throwable thrown) {
            broken.accept(thrown);
        }
    }

    /** Calls jobs in again. */
    private final class Retries implements CheckWork.Shift {

        @Override
        public void again(CheckJob job, Duration pause) {
            Future<?> _ =
                    retries.schedule(
                            () -> lanes.again(job, work::on),
                            pause.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        @Override
        public boolean isOver() {
            return crew.isFinishing();
        }
    }
}

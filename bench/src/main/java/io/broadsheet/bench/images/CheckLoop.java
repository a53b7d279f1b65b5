package io.broadsheet.bench.images;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.image.service.LocalChecks;
import io.broadsheet.enrich.image.service.Politeness;
import io.broadsheet.enrich.image.service.Workload;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.NameResolver;
import io.broadsheet.web.fetch.SafeFetcher;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/** Checks, as many as wait for their turn at once, through all that the service has but topics. */
final class CheckLoop implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(5);
    private static final int PER_SECOND_LIFTED = 1_000_000;

    private final InstantSource clock = InstantSource.system();
    private final Load load;
    private final SafeFetcher fetcher;
    private final LocalChecks checks;
    private final Semaphore room;
    private final AtomicReference<Counted> counted = new AtomicReference<>(new Counted());
    private final AtomicReference<Optional<Throwable>> broken =
            new AtomicReference<>(Optional.empty());

    /**
     * @param waiting checks that were asked for and are not done, all the time
     */
    CheckLoop(Load load, NameResolver names, Politeness politeness, int waiting) {
        this.load = load;
        this.room = new Semaphore(waiting);
        this.fetcher =
                SafeFetcher.open(
                        EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored(), names);
        this.checks =
                new LocalChecks(
                        config(politeness),
                        fetcher,
                        clock,
                        this::report,
                        thrown -> broken.set(Optional.of(thrown)));
    }

    /** No limit of a host is ever reached, and no host is left alone. */
    static Politeness lifted() {
        return new Politeness(
                Load.CONNECTIONS_PER_HOST,
                PER_SECOND_LIFTED,
                List.of(),
                Integer.MAX_VALUE,
                Duration.ofSeconds(1),
                false);
    }

    private static CheckImagesConfig config(Politeness politeness) {
        CheckRules rules = CheckRules.defaults();
        FetchLimits fetch = rules.fetch();
        var limits =
                new FetchLimits(
                        fetch.bodyBytesMax(),
                        fetch.keptBytesMax(),
                        fetch.redirectsMax(),
                        Load.FETCH_TIME_MAX,
                        Load.FETCH_TIME_MAX);
        Workload usual = Workload.defaults();
        return CheckImagesConfig.standard()
                .withPoliteness(politeness)
                .withRules(rules.withFetch(limits))
                .withWorkload(
                        new Workload(
                                Load.IN_FLIGHT,
                                usual.openMax(),
                                usual.hostQueueMax(),
                                usual.spanMax(),
                                usual.knownMax()));
    }

    /** Goes on for a while; the first call begins with an empty house. */
    Counted run(Duration time) throws InterruptedException {
        Counted now = new Counted();
        counted.set(now);
        Thread feeder = Thread.ofPlatform().start(this::feed);
        now.runFor(time);
        feeder.interrupt();
        feeder.join();
        broken.get()
                .ifPresent(thrown -> {
                    throw new IllegalStateException("a check broke", thrown);
                });
        return now;
    }

    private void feed() {
        try {
            while (true) {
                room.acquire();
                String url = load.nextUrl();
                checks.check(
                        new CheckTarget(ImageId.of(url), url, Optional.empty()),
                        clock.instant().plus(DEADLINE));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(ImageCheck check) {
        counted.get().add(check.getVerdict() == ImageVerdict.OK_INSECURE);
        room.release();
    }

    @Override
    public void close() {
        checks.close();
        fetcher.close();
    }
}

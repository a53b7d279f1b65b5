package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.CheckHistory;
import io.broadsheet.enrich.image.check.Checked;
import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.enrich.image.check.HostLore;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.WebUrl;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a worker of a lane does with a job: check the image, or say why not; try again later where
 * that may help. One instance serves all workers.
 */
final class CheckWork {

    private static final double JITTER = 0.2;

    private final Parts parts;
    private final Politeness politeness;
    private final InstantSource clock;
    private final HostBreakers breakers;
    private final Lore lore;
    private final Robots robots;

    /**
     * What the work is done with.
     *
     * @param shift who calls the workers in
     * @param broken told of what must end the service
     */
    record Parts(
            ImageChecker checker,
            WayOut wayOut,
            KnownImages known,
            Placeholders placeholders,
            Desk desk,
            Shift shift,
            Consumer<Throwable> broken) {}

    /** Who calls the workers in. */
    interface Shift {

        /** Puts a job into its lane again after this pause. */
        void again(CheckJob job, Duration pause);

        /** Whether the service is closing: what breaks now, breaks for that reason. */
        boolean isOver();
    }

    CheckWork(Parts parts, Politeness politeness, InstantSource clock) {
        this.parts = parts;
        this.politeness = politeness;
        this.clock = clock;
        this.breakers = new HostBreakers(politeness);
        this.lore = new Lore(clock);
        this.robots = new Robots(clock);
    }

    /** Sees to a job. Nothing that is wrong with one job reaches its worker. */
    void on(CheckJob job, HostLane lane) {
        try {
            attempt(job, lane);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            parts.broken().accept(e);
        }
    }

    /** Says that a job had to be turned away, since too many wait for its host. */
    void turnAway(CheckJob job) throws InterruptedException {
        giveUp(job, new Finding(ImageVerdict.BUDGET_EXHAUSTED, "too many wait for this host"));
    }

    private void attempt(CheckJob job, HostLane lane) throws InterruptedException {
        try {
            decide(job, lane);
        } catch (RuntimeException e) {
            bury(job, FailureCode.DEFECT, e);
        } catch (StackOverflowError e) {
            bury(job, FailureCode.PARSER_OVERFLOW, e);
        }
    }

    private void bury(CheckJob job, FailureCode code, Throwable thrown)
            throws InterruptedException {
        if (!parts.shift().isOver()) {
            parts.desk().bury(job, code, thrown);
        }
    }

    private void decide(CheckJob job, HostLane lane) throws InterruptedException {
        if (parts.desk().dropped(job)) {
            return;
        }
        Optional<Finding> obstacle = obstacle(job, lane);
        if (obstacle.isPresent()) {
            giveUp(job, obstacle.get());
        } else {
            awaitUnblocked(lane);
            job.begin();
            check(job, lane);
        }
    }

    /** Why it makes no sense to ask now. */
    private Optional<Finding> obstacle(CheckJob job, HostLane lane) {
        Instant now = clock.instant();
        if (!job.deadline().isAfter(now)) {
            return Optional.of(Finding.of(ImageVerdict.DEADLINE_EXCEEDED));
        }
        return lane.blocked(now)
                .filter(until -> until.isAfter(job.deadline()))
                .map(until ->
                        new Finding(
                                ImageVerdict.RATE_LIMITED, "the host asks to wait until " + until))
                .or(() ->
                        breakers.open(host(job), now)
                                .map(last -> new Finding(last, "left alone after many failures")));
    }

    private void awaitUnblocked(HostLane lane) throws InterruptedException {
        Instant now = clock.instant();
        Optional<Instant> until = lane.blocked(now);
        if (until.isPresent()) {
            Thread.sleep(Duration.between(now, until.get()));
        }
    }

    private void check(CheckJob job, HostLane lane) throws InterruptedException {
        try (WayOut.Pass pass = parts.wayOut().at(lane.pace(), () -> !parts.desk().dropped(job))) {
            Optional<Finding> forbidden = forbidden(job, pass);
            if (forbidden.isPresent()) {
                parts.desk().finish(job, parts.checker().unmade(job.target(), forbidden.get()));
            } else {
                check(job, lane, pass);
            }
        }
    }

    private Optional<Finding> forbidden(CheckJob job, Fetching fetching) {
        return politeness.robotsHonoured()
                ? url(job).flatMap(WebUrl::parse).flatMap(url -> robots.forbid(url, fetching))
                : Optional.empty();
    }

    private void check(CheckJob job, HostLane lane, Fetching fetching) throws InterruptedException {
        String host = host(job);
        HostLore before = lore.of(host);
        Checked checked = parts.checker().check(job.target(), fetching, before);
        if (Thread.interrupted()) {
            throw new InterruptedException("closing: what was found may be no more than that");
        }
        if (parts.desk().dropped(job)) {
            return;
        }
        Instant now = clock.instant();
        lore.learn(host, before, checked.lore());
        breakers.note(host, checked.check().getVerdict(), now);
        checked.retryAfter().ifPresent(wait -> lane.block(now.plus(wait)));
        conclude(job, lane, checked.check());
    }

    private void conclude(CheckJob job, HostLane lane, ImageCheck check)
            throws InterruptedException {
        Optional<Duration> pause = pause(job, lane, check.getVerdict());
        if (pause.isPresent()) {
            job.rest();
            parts.shift().again(job, pause.get());
        } else {
            ImageCheck before = parts.known().last(job.target().imageId()).orElse(null);
            parts.desk().finish(job, CheckHistory.carry(before, seenAmongOthers(check)));
        }
    }

    /** Those who were taken for pictures before it was clear are looked at again soon. */
    private ImageCheck seenAmongOthers(ImageCheck check) {
        Set<String> same = parts.placeholders().count(check);
        if (same.isEmpty()) {
            return check;
        }
        List<String> fooled = same.stream().filter(this::passesForPicture).toList();
        parts.known().expire(fooled, clock.instant());
        return parts.checker()
                .overruled(
                        check,
                        new Finding(
                                ImageVerdict.PLACEHOLDER,
                                "the same bytes under %d URLs of the host or more"
                                        .formatted(Placeholders.URLS_MIN)));
    }

    private boolean passesForPicture(String imageId) {
        return parts.known()
                .last(imageId)
                .filter(check -> Outcomes.isUsable(check.getVerdict()))
                .isPresent();
    }

    /** How long until another try, if one may help and comes before the deadline. */
    private Optional<Duration> pause(CheckJob job, HostLane lane, ImageVerdict verdict) {
        Instant now = clock.instant();
        if (!mayPass(verdict) || breakers.open(host(job), now).isPresent()) {
            return Optional.empty();
        }
        Duration blocked =
                lane.blocked(now).map(until -> Duration.between(now, until)).orElse(Duration.ZERO);
        return job.nextOf(pausesAfter(verdict))
                .map(CheckWork::jittered)
                .map(pause -> pause.compareTo(blocked) < 0 ? blocked : pause)
                .filter(pause -> now.plus(pause).isBefore(job.deadline()));
    }

    /**
     * A name that does not resolve twice will not within the half minute that an article waits: it
     * is asked for again when the check has expired.
     */
    private List<Duration> pausesAfter(ImageVerdict verdict) {
        List<Duration> pauses = politeness.retryPauses();
        return verdict == ImageVerdict.DNS_FAILURE
                ? pauses.subList(0, Math.min(1, pauses.size()))
                : pauses;
    }

    private static boolean mayPass(ImageVerdict verdict) {
        return switch (verdict) {
            case DNS_FAILURE, CONNECTION_FAILED, TIMEOUT, RATE_LIMITED, SERVER_ERROR, TRUNCATED ->
                    true;
            default -> false;
        };
    }

    private static Duration jittered(Duration pause) {
        double factor = 1 - JITTER + 2 * JITTER * RandomGenerator.getDefault().nextDouble();
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }

    private void giveUp(CheckJob job, Finding reason) throws InterruptedException {
        parts.desk().giveUp(job, parts.checker().unmade(job.target(), reason));
    }

    private static String host(CheckJob job) {
        return url(job).flatMap(WebUrl::parse).map(WebUrl::host).orElse(job.site());
    }

    private static Optional<String> url(CheckJob job) {
        return NormalizedUrl.resolve(job.target().articleUrl().orElse(""), job.target().url());
    }
}

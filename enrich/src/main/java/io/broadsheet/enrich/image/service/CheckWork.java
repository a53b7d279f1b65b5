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
import io.broadsheet.web.url.RegistrableHost;
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
            Knowledge knowledge,
            Desk desk,
            Shift shift,
            CheckMeters meters,
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
        this.robots = new Robots(clock);
    }

    /** Sees to a job. Nothing that is wrong with one job reaches its worker. */
    void on(CheckJob job) {
        try {
            attempt(job);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // not even its burial went through
            parts.broken().accept(e);
        }
    }

    /** Says that a job had to be turned away, since too many wait for its host. */
    void turnAway(CheckJob job) throws InterruptedException {
        giveUp(job, new Finding(ImageVerdict.BUDGET_EXHAUSTED, "too many wait for this host"));
    }

    private void attempt(CheckJob job) throws InterruptedException {
        try {
            decide(job);
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

    private void decide(CheckJob job) throws InterruptedException {
        if (parts.desk().dropped(job)) {
            return;
        }
        Optional<Finding> obstacle = awaitUnblocked(job);
        if (obstacle.isPresent()) {
            giveUp(job, obstacle.get());
        } else {
            job.begin();
            check(job);
        }
    }

    /** Why it makes no sense to ask now. */
    private Optional<Finding> obstacle(CheckJob job) {
        Instant now = clock.instant();
        if (!job.deadline().isAfter(now)) {
            return Optional.of(Finding.of(ImageVerdict.DEADLINE_EXCEEDED));
        }
        return hosts().blocked(job.site(), now)
                .filter(until -> until.isAfter(job.deadline()))
                .map(CheckWork::blocked)
                .or(() ->
                        breakers.open(host(job), now)
                                .map(last -> new Finding(last, "left alone after many failures")));
    }

    private static Finding blocked(Instant until) {
        return new Finding(ImageVerdict.RATE_LIMITED, "the host asks to wait until " + until);
    }

    /** Asks again after each wait: another answer of the host may have made it longer meanwhile. */
    private Optional<Finding> awaitUnblocked(CheckJob job) throws InterruptedException {
        Optional<Finding> obstacle = obstacle(job);
        Optional<Instant> until = hosts().blocked(job.site(), clock.instant());
        while (obstacle.isEmpty() && until.isPresent()) {
            Duration rest = Duration.between(clock.instant(), until.get());
            Thread.sleep(rest.isNegative() ? Duration.ZERO : rest);
            obstacle = obstacle(job);
            until = hosts().blocked(job.site(), clock.instant());
        }
        return obstacle;
    }

    private void check(CheckJob job) throws InterruptedException {
        try (WayOut.Pass pass =
                parts.wayOut().at(job.site(), () -> !parts.desk().dropped(job), this::crossing)) {
            Optional<Finding> forbidden =
                    url(job).flatMap(url -> robotsForbid(url, pass::fetchAside));
            if (forbidden.isPresent()) {
                finish(job, parts.checker().unmade(job.target(), forbidden.get()));
            } else {
                check(job, pass);
            }
        }
    }

    /** What is not asked for by itself is not asked for because something else leads there. */
    private Optional<Finding> crossing(String url, Fetching aside) {
        return parts.checker()
                .exclusion(url)
                .or(() ->
                        hosts().blocked(RegistrableHost.of(url).orElse(url), clock.instant())
                                .map(CheckWork::blocked))
                .or(() -> robotsForbid(url, aside));
    }

    private Optional<Finding> robotsForbid(String url, Fetching fetching) {
        return politeness.robotsHonoured() && parts.checker().exclusion(url).isEmpty()
                ? WebUrl.parse(url).flatMap(it -> robots.forbid(it, fetching))
                : Optional.empty();
    }

    private void check(CheckJob job, WayOut.Pass pass) throws InterruptedException {
        var host = new CheckedHost(job.site(), host(job));
        HostLore before = hosts().lore(host.site(), host.name(), clock.instant());
        Checked checked = parts.checker().check(job.target(), pass, before);
        if (Thread.interrupted()) {
            throw new InterruptedException("closing: what was found may be no more than that");
        }
        if (parts.desk().dropped(job)) {
            return;
        }
        learn(host, before, checked);
        conclude(job, turnedBack(checked.check(), pass));
    }

    private void learn(CheckedHost host, HostLore before, Checked checked) {
        Instant now = clock.instant();
        ImageVerdict verdict = checked.check().getVerdict();
        hosts().learn(host, before, checked.lore(), now);
        breakers.note(host.name(), verdict, now);
        if (verdict == ImageVerdict.RATE_LIMITED) {
            hosts().press(answering(host, checked.check()), checked.retryAfter(), now);
        } else if (checked.check().getHttpStatus() != null) {
            hosts().relieve(answering(host, checked.check()), now);
        }
    }

    /** A redirect may have led to another host, and that is the one that has had enough. */
    private static String answering(CheckedHost host, ImageCheck check) {
        return Optional.ofNullable(check.getFinalUrl())
                .flatMap(RegistrableHost::of)
                .orElse(host.site());
    }

    /** The fetcher only knows that a redirect was not to be followed. */
    private ImageCheck turnedBack(ImageCheck check, WayOut.Pass pass) {
        return pass.turnedBack()
                .filter(_ -> check.getVerdict() == ImageVerdict.EXCLUDED)
                .map(why -> parts.checker().overruled(check, why))
                .orElse(check);
    }

    private void conclude(CheckJob job, ImageCheck check) throws InterruptedException {
        Optional<Duration> pause = pause(job, check.getVerdict());
        if (pause.isPresent()) {
            job.rest();
            parts.shift().again(job, pause.get());
        } else {
            ImageCheck before = known().last(job.target().imageId()).orElse(null);
            finish(job, CheckHistory.carry(before, seenAmongOthers(check)));
        }
    }

    private void finish(CheckJob job, ImageCheck check) throws InterruptedException {
        count(job, check.getVerdict());
        parts.desk().finish(job, check);
    }

    private void count(CheckJob job, ImageVerdict verdict) {
        Instant now = clock.instant();
        HostClass host =
                breakers.open(host(job), now).isPresent() ? HostClass.FAILING : HostClass.OPEN;
        boolean blocked = hosts().blocked(job.site(), now).isPresent();
        String kind = HostKind.of(url(job).orElse(""), job.target().articleUrl().orElse(null));
        parts.meters().count(verdict, blocked ? HostClass.BLOCKED : host, kind);
    }

    /** How many hosts are left alone since they ask for it. */
    long hostsBlocked() {
        return hosts().blocked(clock.instant());
    }

    /** How many hosts are left alone since they fail. */
    long hostsFailing() {
        return breakers.open(clock.instant());
    }

    private KnownImages known() {
        return parts.knowledge().known();
    }

    private HostStates hosts() {
        return parts.knowledge().hosts();
    }

    /** Those who were taken for pictures before it was clear are looked at again soon. */
    private ImageCheck seenAmongOthers(ImageCheck check) {
        Set<String> same = parts.knowledge().placeholders().count(check);
        if (same.isEmpty()) {
            return check;
        }
        List<String> fooled = same.stream().filter(this::passesForPicture).toList();
        known().expire(fooled, clock.instant());
        return parts.checker()
                .overruled(
                        check,
                        new Finding(
                                ImageVerdict.PLACEHOLDER,
                                "the same bytes under %d URLs of the host or more"
                                        .formatted(Placeholders.URLS_MIN)));
    }

    private boolean passesForPicture(String imageId) {
        return known().last(imageId)
                .filter(check -> Outcomes.isUsable(check.getVerdict()))
                .isPresent();
    }

    /** How long until another try, if one may help and comes before the deadline. */
    private Optional<Duration> pause(CheckJob job, ImageVerdict verdict) {
        Instant now = clock.instant();
        if (!mayPass(verdict) || breakers.open(host(job), now).isPresent()) {
            return Optional.empty();
        }
        Duration blocked =
                hosts().blocked(job.site(), now)
                        .map(until -> Duration.between(now, until))
                        .orElse(Duration.ZERO);
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
        count(job, reason.verdict());
        parts.desk().giveUp(job, parts.checker().unmade(job.target(), reason));
    }

    private static String host(CheckJob job) {
        return url(job).flatMap(WebUrl::parse).map(WebUrl::host).orElse(job.site());
    }

    private static Optional<String> url(CheckJob job) {
        return NormalizedUrl.resolve(job.target().articleUrl().orElse(""), job.target().url());
    }
}

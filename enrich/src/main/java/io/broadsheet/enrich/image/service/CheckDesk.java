package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides what a request takes: the answer that is known, a place beside those who wait for the
 * same image, or a check. Safe for any number of threads.
 */
final class CheckDesk implements Desk {

    private final KnownImages known;
    private final Answers answers;
    private final Territory territory;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, CheckJob> underWay = new ConcurrentHashMap<>();

    CheckDesk(KnownImages known, Answers answers, Territory territory, InstantSource clock) {
        this.known = known;
        this.answers = answers;
        this.territory = territory;
        this.clock = clock;
    }

    /**
     * Takes a request; the job if there is a new one to be done, and nothing if the request is seen
     * to.
     *
     * @throws InterruptedException if the service is closing
     */
    Optional<CheckJob> take(Ticket ticket) throws InterruptedException {
        CheckTarget target = target(ticket.request());
        Optional<ImageCheck> answer = known.holding(target.imageId(), clock.instant());
        if (answer.isPresent()) {
            repeat(answer.get(), ticket);
            return Optional.empty();
        }
        CheckJob fresh = CheckJob.asked(target, site(target), ticket);
        CheckJob job =
                underWay.compute(
                        target.imageId(),
                        (_, running) -> running != null && running.join(ticket) ? running : fresh);
        return job == fresh ? Optional.of(fresh) : Optional.empty();
    }

    private static CheckTarget target(ImageCheckRequest request) {
        Optional<String> articleUrl = Optional.ofNullable(request.getArticleUrl());
        String absolute =
                NormalizedUrl.resolve(articleUrl.orElse(""), request.getUrl())
                        .orElse(request.getUrl());
        return new CheckTarget(ImageId.of(absolute), request.getUrl(), articleUrl);
    }

    private static String site(CheckTarget target) {
        return NormalizedUrl.resolve(target.articleUrl().orElse(""), target.url())
                .flatMap(RegistrableHost::of)
                .orElse(target.imageId());
    }

    /** Tells what is known, and writes down for whom. */
    private void repeat(ImageCheck check, Ticket ticket) throws InterruptedException {
        Optional<ImageCheck> carried =
                known.carry(check.getImageId(), Carriers.of(ticket.request()));
        if (carried.isPresent()) {
            answers.give(carried.get(), List.of(ticket), List.of());
        } else {
            answers.repeat(check, ticket);
        }
    }

    /**
     * A job for a check that no longer holds; none if the image is being checked already.
     *
     * @param deadline when it is no longer worth a try
     */
    Optional<CheckJob> renew(ImageCheck expired, Instant deadline) {
        List<ImageCarrier> carriers = expired.getCarriers();
        Optional<String> articleUrl =
                carriers.isEmpty()
                        ? Optional.empty()
                        : Optional.ofNullable(carriers.getLast().getArticleUrl());
        var target = new CheckTarget(expired.getImageId(), expired.getUrl(), articleUrl);
        CheckJob due = CheckJob.due(target, site(target), deadline);
        return underWay.putIfAbsent(target.imageId(), due) == null
                ? Optional.of(due)
                : Optional.empty();
    }

    /** Whose lane the checks of an image take. */
    static String site(ImageCheck check) {
        return RegistrableHost.of(check.getUrl()).orElse(check.getImageId());
    }

    /** The check was made: all who wait hear of it, and if it is news all who carry the image. */
    @Override
    public void finish(CheckJob job, ImageCheck check) throws InterruptedException {
        Optional<ImageCheck> before = known.last(check.getImageId());
        boolean news = before.filter(it -> News.isIn(it, check)).isPresent();
        List<ImageCarrier> told = news ? before.orElseThrow().getCarriers() : List.of();
        known.learn(check);
        List<Ticket> waiting = closed(job);
        List<ImageCarrier> asking =
                waiting.stream().map(Ticket::request).map(Carriers::of).toList();
        ImageCheck fact =
                ImageCheck.newBuilder(check)
                        .setCarriers(Carriers.joined(carriers(check), asking))
                        .build();
        known.learn(fact);
        answers.give(
                fact, waiting, told.stream().filter(it -> !Carriers.contain(asking, it)).toList());
    }

    private List<ImageCarrier> carriers(ImageCheck check) {
        return known.last(check.getImageId()).map(ImageCheck::getCarriers).orElse(List.of());
    }

    /**
     * The check was not made. Those who wait get the last that is known, however old: its {@code
     * checkedAt} says so. If nothing is, they get the reason.
     */
    @Override
    public void giveUp(CheckJob job, ImageCheck reason) throws InterruptedException {
        Optional<ImageCheck> last = known.last(job.target().imageId());
        if (last.isEmpty()) {
            finish(job, reason);
            return;
        }
        for (Ticket ticket : closed(job)) {
            repeat(last.get(), ticket);
        }
    }

    /** Something in us broke on it: the requests are buried, so that the others go on. */
    @Override
    public void bury(CheckJob job, FailureCode code, Throwable thrown) throws InterruptedException {
        var rejection =
                new Rejection(
                        code,
                        "check of image " + job.target().imageId() + ": " + thrown,
                        Optional.of(thrown));
        for (Ticket ticket : closed(job)) {
            answers.bury(ticket.record(), ticket.mark(), rejection);
        }
    }

    /** Forgets a job that nobody waits for any more; false if somebody does. */
    @Override
    public boolean dropped(CheckJob job) {
        return job.closeIfDropped(territory.includes(job.site()))
                && underWay.remove(job.target().imageId(), job);
    }

    private List<Ticket> closed(CheckJob job) {
        underWay.remove(job.target().imageId(), job);
        return job.close();
    }
}

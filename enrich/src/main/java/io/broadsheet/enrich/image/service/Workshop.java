package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.web.fetch.SafeFetcher;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All the parts of a running checker, put together, started and closed in order. */
final class Workshop implements RequestLoop.Reception, CheckWork.Shift, AutoCloseable {

    /** For the requests on their way; whoever needs longer is asked again by the next instance. */
    private static final Duration FINISH_MAX = Duration.ofSeconds(6);

    private static final Duration FLUSH_MAX = Duration.ofSeconds(2);

    private final Crew crew = new Crew();
    private final ScheduledThreadPoolExecutor retries =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("check-retries").factory());
    private final SafeFetcher fetcher;
    private final Outgoing outgoing;
    private final FactReader facts;
    private final Answers answers;
    private final CheckDesk desk;
    private final HostLanes lanes;
    private final CheckWork work;
    private final Territory territory = new Territory();
    private final Rounds rounds;

    /**
     * @param broken told of what must end the service
     */
    Workshop(
            CheckImagesConfig config,
            KafkaAccess kafka,
            DeadLetters letters,
            InstantSource clock,
            Consumer<Throwable> broken) {
        var known = new KnownImages(config.workload().knownMax());
        fetcher = SafeFetcher.open(config.egress());
        outgoing = new Outgoing(kafka, "check-images", broken);
        var placeholders = new Placeholders();
        facts =
                new FactReader(
                        kafka,
                        check -> {
                            known.learn(check);
                            placeholders.count(check);
                        },
                        broken);
        answers = new Answers(outgoing, letters);
        desk = new CheckDesk(known, answers, territory, clock);
        lanes = new HostLanes(config, clock, crew);
        var checker = new ImageChecker(config.rules(), clock, letters.version());
        var wayOut = new WayOut(fetcher, config.workload().inFlightMax(), lanes::pace);
        work =
                new CheckWork(
                        new CheckWork.Parts(
                                checker, wayOut, known, placeholders, desk, this, broken),
                        config.politeness(),
                        clock);
        rounds = new Rounds(known, desk, territory, clock);
        facts.start(clock.instant());
        Future<?> _ =
                retries.scheduleWithFixedDelay(
                        () -> crew.execute(this::goRound),
                        Rounds.EVERY.toMillis(),
                        Rounds.EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    @Override
    public void hold(Collection<TopicPartition> partitions, int count) {
        territory.hold(partitions, count);
    }

    private void goRound() throws InterruptedException {
        for (CheckJob job : rounds.jobs()) {
            enqueue(job);
        }
    }

    private void enqueue(CheckJob job) throws InterruptedException {
        if (!lanes.offer(job, work::on)) {
            work.turnAway(job);
        }
    }

    /** Whether all that was known at the start has been read, within this time. */
    boolean awaitFacts(Duration waitMax) throws InterruptedException {
        return facts.awaitCaughtUp(waitMax);
    }

    @Override
    public void take(Ticket ticket) {
        crew.execute(() -> {
            try {
                receive(ticket);
            } catch (RuntimeException e) {
                answers.bury(
                        ticket.record(),
                        ticket.mark(),
                        new Rejection(FailureCode.DEFECT, e.toString()));
            }
        });
    }

    private void receive(Ticket ticket) throws InterruptedException {
        Optional<CheckJob> job = desk.take(ticket);
        if (job.isPresent()) {
            enqueue(job.get());
        }
    }

    @Override
    public void refuse(
            ConsumerRecord<byte[], byte[]> record, Mark mark, RequestCodec.Read.Unreadable why) {
        crew.execute(() -> answers.bury(record, mark, why.rejection()));
    }

    @Override
    public boolean isOver() {
        return crew.isFinishing();
    }

    @Override
    public void again(CheckJob job, Duration pause) {
        if (!isOver()) {
            Future<?> _ =
                    retries.schedule(
                            () -> lanes.again(job, work::on),
                            pause.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /** Begins nothing new, and gives what is on its way a little time to come to its end. */
    void finish() throws InterruptedException {
        crew.finish(FINISH_MAX);
        outgoing.flush(FLUSH_MAX);
    }

    @Override
    public void close() {
        crew.close();
        retries.shutdownNow();
        facts.close();
        fetcher.close();
        outgoing.close();
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.web.fetch.SafeFetcher;
import io.micrometer.core.instrument.MeterRegistry;

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

    private final Crew crew;
    private final ScheduledThreadPoolExecutor retries =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("check-retries").factory());
    private final SafeFetcher fetcher;
    private final Outgoing outgoing;
    private final Memory memory;
    private final WayOut wayOut;
    private final Answers answers;
    private final CheckDesk desk;
    private final HostLanes lanes;
    private final CheckWork work;
    private final Territory territory = new Territory();
    private final Rounds rounds;

    /**
     * What it is put together from.
     *
     * @param letters who buries what cannot be read
     * @param clock for deadlines, and for when checks were made and expire
     * @param meters where it counts
     */
    record Site(
            CheckImagesConfig config,
            KafkaAccess kafka,
            DeadLetters letters,
            InstantSource clock,
            MeterRegistry meters) {}

    /**
     * @param broken told of what must end the service
     */
    Workshop(Site site, Consumer<Throwable> broken) {
        CheckImagesConfig config = site.config();
        InstantSource clock = site.clock();
        KafkaAccess kafka = site.kafka();
        crew = new Crew(broken);
        fetcher = SafeFetcher.open(config.egress());
        fetcher.bindTo(site.meters(), "images");
        outgoing = new Outgoing(kafka, "check-images", broken);
        memory = new Memory(kafka, config.workload().knownMax(), outgoing, territory, broken);
        KnownImages known = memory.knowledge().known();
        answers = new Answers(outgoing, site.letters(), new StageMeters(site.meters(), "image"));
        desk = new CheckDesk(known, answers, territory, clock);
        lanes = new HostLanes(config, territory::openNanos, crew);
        wayOut = new WayOut(fetcher, config.workload().inFlightMax(), lanes::pace);
        work =
                new CheckWork(
                        new CheckWork.Parts(
                                new ImageChecker(config.rules(), clock, site.letters().version()),
                                wayOut,
                                memory.knowledge(),
                                desk,
                                this,
                                new CheckMeters(site.meters()),
                                broken),
                        config.politeness(),
                        clock);
        rounds = new Rounds(known, desk, territory, clock);
        memory.start(clock);
        measure(new CheckMeters(site.meters()));
        Future<?> _ =
                retries.scheduleWithFixedDelay(
                        () -> crew.execute(this::goRound),
                        Rounds.EVERY.toMillis(),
                        Rounds.EVERY.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void measure(CheckMeters meters) {
        meters.beginWithNone();
        meters.watch(wayOut);
        meters.watch(lanes);
        meters.watch(work);
    }

    @Override
    public void hold(Collection<TopicPartition> partitions, int count) {
        territory.hold(partitions, count, System.nanoTime());
    }

    @Override
    public void takeOver() throws InterruptedException {
        memory.takeOver();
    }

    @Override
    public void letGo() throws InterruptedException {
        wayOut.abortForeign();
        outgoing.flush(FLUSH_MAX);
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
        return memory.awaitCaughtUp(waitMax);
    }

    @Override
    public void take(Ticket ticket) {
        crew.execute(() -> {
            try {
                receive(ticket);
            } catch (RuntimeException e) {
                answers.bury(ticket.record(), ticket.mark(), Rejection.defect("request", e));
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
        wayOut.abortAll();
        outgoing.flush(FLUSH_MAX);
    }

    @Override
    public void close() {
        crew.close();
        retries.shutdownNow();
        memory.close();
        fetcher.close();
        outgoing.close();
    }
}

package io.broadsheet.enrich.image.service;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** One lane for each host; idle ones are forgotten when there are many. */
final class HostLanes {

    private static final int LANES_MAX = 10_000;

    private final ConcurrentHashMap<String, HostLane> lanes = new ConcurrentHashMap<>();
    private final CheckImagesConfig config;
    private final Function<String, Optional<Long>> openNanos;
    private final Crew crew;

    /**
     * @param openNanos from which moment of {@link System#nanoTime()} on a host may be asked
     * @param crew whose threads the workers are
     */
    HostLanes(CheckImagesConfig config, Function<String, Optional<Long>> openNanos, Crew crew) {
        this.config = config;
        this.openNanos = openNanos;
        this.crew = crew;
    }

    /** Queues a job in the lane of its host; false if too many wait there. */
    boolean offer(CheckJob job, Consumer<CheckJob> work) {
        HostLane lane = lane(job.site());
        boolean taken = lane.offer(job);
        staff(lane, work);
        return taken;
    }

    /** Queues a job once more. */
    void again(CheckJob job, Consumer<CheckJob> work) {
        HostLane lane = lane(job.site());
        lane.again(job);
        staff(lane, work);
    }

    /** At which a host is asked. */
    Pace pace(String site) {
        Pace pace = lane(site).pace();
        openNanos.apply(site).ifPresent(pace::notBefore);
        return pace;
    }

    /** How many images wait, for all hosts. */
    int waiting() {
        return lanes.values().stream().mapToInt(HostLane::waiting).sum();
    }

    private HostLane lane(String site) {
        if (lanes.size() >= LANES_MAX) {
            lanes.values().removeIf(it -> it.isIdle(System.nanoTime()));
        }
        return lanes.computeIfAbsent(site, _ -> newLane());
    }

    private HostLane newLane() {
        Politeness politeness = config.politeness();
        Pace pace =
                new Pace(
                        politeness.perSecondMax(),
                        politeness.inFlightMax(),
                        RandomGenerator.getDefault(),
                        System.nanoTime());
        return new HostLane(pace, config.workload().hostQueueMax(), politeness.inFlightMax());
    }

    private void staff(HostLane lane, Consumer<CheckJob> work) {
        if (lane.hires()) {
            crew.execute(() -> serve(lane, work));
        }
    }

    private void serve(HostLane lane, Consumer<CheckJob> work) {
        boolean dismissed = false;
        try {
            Optional<CheckJob> job = lane.next();
            while (job.isPresent() && !crew.isFinishing()) {
                work.accept(job.get());
                job = lane.next();
            }
            dismissed = job.isEmpty();
        } finally {
            if (!dismissed) {
                lane.leave();
            }
        }
    }
}

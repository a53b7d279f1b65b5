package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.FaultRun.Options;
import io.broadsheet.e2e.faults.FaultRun.Report;
import io.broadsheet.e2e.faults.nemesis.Plan;

import java.nio.file.Path;
import java.time.Duration;

/** A longer run: {@code FaultRunMain DIRECTORY SEED MINUTES [PER_SECOND [OUTAGE_SECONDS]]}. */
public final class FaultRunMain {

    private static final int ROUNDS_MAX = 1_000;
    private static final int SLACK = 3;

    private FaultRunMain() {}

    /** Runs, prints the verdict, and ends with 1 if anything is wrong. */
    public static void main(String[] arguments) throws Exception {
        long seed = Long.parseLong(arguments[1]);
        Duration timeMax = Duration.ofMinutes(Long.parseLong(arguments[2]));
        int perSecond = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        Duration outage =
                Duration.ofSeconds(arguments.length > 4 ? Long.parseLong(arguments[4]) : 60);
        Plan plan = Plan.endless(seed, outage, ROUNDS_MAX);
        Options options = new Options(Path.of(arguments[0]), seed, perSecond, plan, timeMax, SLACK);
        Report report;
        try (var run = new FaultRun(options)) {
            report = run.run();
        }
        FaultRun.say("seed " + seed + ", " + report);
        boolean well = report.verdict().violations().isEmpty() && report.unreplayed().isEmpty();
        Runtime.getRuntime().exit(well ? 0 : 1);
    }
}

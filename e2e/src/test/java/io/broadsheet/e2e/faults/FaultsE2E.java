package io.broadsheet.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.e2e.faults.FaultRun.Options;
import io.broadsheet.e2e.faults.FaultRun.Report;
import io.broadsheet.e2e.faults.nemesis.Plan;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The first tier of the fault tests: 31 injections while articles flow. Its history, seed and logs
 * stay in {@code target/faults}.
 */
@Tag("faults")
class FaultsE2E {

    private static final int INJECTIONS = 31;
    private static final int OFFERS_MIN = 2_000;
    private static final int PER_SECOND = 12;

    /** Shorter than in the longer tiers, and longer than every session. */
    private static final Duration OUTAGE = Duration.ofSeconds(10);

    private static final Duration TIME_MAX = Duration.ofMinutes(20);

    /** A build machine is busy with other work. */
    private static final int SLACK = 3;

    @Test
    void whateverBreaksEachArticleIsStoredOnceOrBuriedOnceForAReason() throws Exception {
        long seed = Long.getLong("faults.seed", 20_261_125);
        Path directory = Path.of("target", "faults", "t0").toAbsolutePath();
        Plan plan = Plan.t0(seed, OUTAGE);

        Report report;
        try (var run =
                new FaultRun(new Options(directory, seed, PER_SECOND, plan, TIME_MAX, SLACK))) {
            report = run.run();
        }

        FaultRun.say("seed " + seed + ", " + report);
        assertThat(report.verdict().violations()).as("seed %d", seed).isEmpty();
        assertThat(report.unreplayed()).as("I9, seed %d", seed).isEmpty();
        assertThat(report.injections()).isEqualTo(INJECTIONS);
        assertThat(report.offers()).isGreaterThanOrEqualTo(OFFERS_MIN);
        assertThat(report.samples()).isPositive();
    }
}

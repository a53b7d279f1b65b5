package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.reprocess.Reprocess;
import io.broadsheet.app.reprocess.ReprocessReport;
import io.broadsheet.app.reprocess.ReprocessReport.Total;
import io.broadsheet.app.reprocess.ReprocessRequest;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.v1.OutcomeKind;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code broadsheet reprocess}. */
@Command(
        name = "reprocess",
        description = {
            "Takes stored articles through the present steps once more and has those emitted anew"
                    + " (REENRICHED) of which they make something else.",
            "Give it the settings that enrichment has, with --config or the environment."
        },
        mixinStandardHelpOptions = true)
public final class ReprocessCommand extends ClusterCommand {

    private static final int TELL_EVERY = 10_000;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            required = true,
            description =
                    "raw articles taken since then: 2026-01-31T12:00:00Z, or so long ago: 2h, 30d")
    private String since = "";

    @Option(
            names = "--step",
            paramLabel = "NAME",
            description = "only articles of which this step makes something else, such as dates")
    private @Nullable String step;

    @Option(names = "--dry-run", description = "shows what would differ, and changes nothing")
    private boolean dryRun;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "5",
            description = "articles whose differences are shown (default: ${DEFAULT-VALUE})")
    private int shownMax = 5;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "60s",
            description =
                    "how long enrichment may take for 250 articles"
                            + " (default: ${DEFAULT-VALUE})")
    private String wait = "60s";

    @Option(names = "--json", description = "one JSON object a line, the last with all counts")
    private boolean json;

    @Mixin private final ClaimsOption claims = new ClaimsOption();
    private int told;

    /**
     * @param console where results go
     */
    public ReprocessCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        ReprocessRequest request =
                new ReprocessRequest(
                        Times.of("--since", since, cluster.clock()),
                        step(),
                        EnrichConfig.of(settings(), Path.of("")).steps(),
                        claims.store(),
                        shownMax,
                        waitMax());
        var reprocess = new Reprocess(cluster, request, this::tell);
        ReprocessReport report = dryRun ? reprocess.rehearse() : reprocess.perform();
        (json ? report.json() : report.text()).forEach(this::print);
        if (report.of(OutcomeKind.UNCHANGED.name()) > 0) {
            remark(
                    "UNCHANGED: enrichment makes something else of them than this command does;"
                            + " give it the same settings and version");
        }
        if (report.of(OutcomeKind.SUPERSEDED.name()) > 0) {
            remark("SUPERSEDED: there is a newer version by now; run it again for those");
        }
        return isWhole(report) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean isWhole(ReprocessReport report) {
        return report.of(Total.FAILED) + report.of(Total.GONE) == 0
                && report.of(OutcomeKind.BURIED.name()) + report.of(OutcomeKind.UNCHANGED.name())
                        == 0;
    }

    private Optional<Step> step() {
        return Optional.ofNullable(step).map(name -> Step.named(name).orElseThrow(this::noStep));
    }

    private UserMistake noStep() {
        return new UserMistake(
                "--step %s: one of %s"
                        .formatted(
                                step,
                                Arrays.stream(Step.values())
                                        .map(Step::processor)
                                        .collect(Collectors.joining(", "))));
    }

    private Duration waitMax() {
        return Setting.parseDuration(wait)
                .orElseThrow(() -> new UserMistake("--wait " + wait + ": a time such as 60s"));
    }

    private void tell(int read) {
        if (read - told >= TELL_EVERY) {
            told = read;
            remark("read %,d".formatted(read));
        }
    }
}

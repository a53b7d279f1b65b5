package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.letters.LetterFilter;
import io.broadsheet.operate.replay.Replay;
import io.broadsheet.operate.replay.ReplayReport;
import io.broadsheet.operate.replay.ReplayRequest;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.settings.Setting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/** {@code broadsheet dead replay}. */
@Command(
        name = "replay",
        description = {
            "Writes originals of dead letters back to the topics they came from, each with what was"
                    + " done about it in one transaction.",
            "After five replays a letter is parked. A document that never became a record is read"
                    + " again when it is next offered."
        },
        mixinStandardHelpOptions = true)
final class DeadReplayCommand extends ClusterCommand {

    private static final int PER_SECOND_MAX = 100_000;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "deadLetterId")
    private List<String> ids = List.of();

    @Mixin private final LetterOptions which = new LetterOptions();
    @Mixin private final ClaimsOption claims = new ClaimsOption();

    @Option(names = "--topic", paramLabel = "TOPIC", description = "as for `dead list`")
    private List<String> topics = List.of();

    @Option(names = "--all", description = "every letter, where neither ids nor filters are given")
    private boolean all;

    @Option(names = "--dry-run", description = "counts what would go where, and changes nothing")
    private boolean dryRun;

    @Option(
            names = "--force",
            description =
                    "also what was replayed, resolved or parked before, or was overtaken by a"
                            + " later record of its key")
    private boolean force;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "50",
            description = "letters a second at most (default: ${DEFAULT-VALUE})")
    private int rate = 50;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            defaultValue = "10s",
            description =
                    "how long to wait for what becomes of raw articles"
                            + " (default: ${DEFAULT-VALUE})")
    private String wait = "10s";

    @Option(names = "--json", description = "one JSON object a count")
    private boolean json;

    DeadReplayCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (rate < 1 || rate > PER_SECOND_MAX) {
            throw new UserMistake("--rate " + rate + ": from 1 to " + PER_SECOND_MAX);
        }
        return super.call();
    }

    @Override
    ExitCode run(Cluster cluster) {
        LetterFilter filter = which.filter(cluster.clock());
        if (ids.isEmpty() && filter.isOpen() && topics.isEmpty() && !all) {
            throw new UserMistake("which letters? Give ids or filters, or --all");
        }
        Duration waitMax =
                Setting.parseDuration(wait)
                        .orElseThrow(
                                () -> new UserMistake("--wait " + wait + ": a time such as 10s"));
        ReplayRequest request =
                new ReplayRequest(topics, Set.copyOf(ids), filter, force, rate, waitMax);
        Replay replay = new Replay(cluster, claims.store(), request);
        ReplayReport report = dryRun ? replay.rehearse() : replay.perform();
        if (report.isEmpty()) {
            remark("no letter matches");
        } else {
            (json ? report.json() : report.text()).forEach(this::print);
        }
        return report.failed() > 0 ? ExitCode.FAILED : ExitCode.DONE;
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.ingest.FileIngest;
import io.broadsheet.ingest.IngestCounts;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.BackfillId;
import io.broadsheet.ingest.source.FileSource;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** {@code broadsheet backfill}. */
@Command(
        name = "backfill",
        description =
                "Reads files that come late and in great numbers, and queues their articles where"
                        + " they delay nothing new. What was queued is not queued again, so it may"
                        + " be cut off and begun anew.",
        mixinStandardHelpOptions = true)
public final class BackfillCommand extends ClusterCommand {

    private static final int TELL_EVERY = 10_000;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and directories")
    private List<Path> paths = List.of();

    @Option(
            names = "--id",
            paramLabel = "ID",
            required = true,
            description = "name of this backfill; each of its articles has it as backfillId")
    private String id = "";

    @Mixin private final SourceOptions source = new SourceOptions();
    @Mixin private final ClaimsOption claims = new ClaimsOption();
    private long told;

    /**
     * @param console where results go
     */
    public BackfillCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        ReaderSettings settings = source.settings().backfilling(backfillId());
        for (Path path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserMistake(path + ": there is no such file or directory");
            }
        }
        try (FileIngest ingest =
                FileIngest.open(cluster.access(), settings, claims.store(), cluster.clock())) {
            IngestCounts counts = ingest.take(new FileSource(paths), this::tell).counts();
            print(
                    "read %,d: %,d queued, %,d unchanged, %,d buried"
                            .formatted(
                                    counts.read(),
                                    counts.published(),
                                    counts.unchanged(),
                                    counts.buried()));
            remark(
                    "they go on while nothing new waits; `topics lag --group broadsheet-backfill`"
                            + " tells how many are left");
            return counts.buried() > 0 ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private void tell(IngestCounts soFar) {
        if (soFar.read() - told >= TELL_EVERY) {
            told = soFar.read();
            remark("read %,d, queued %,d".formatted(soFar.read(), soFar.published()));
        }
    }

    private BackfillId backfillId() {
        return BackfillId.of(id)
                .orElseThrow(() ->
                        new UserMistake(
                                "--id %s: letters, digits, dot, dash and underscore only, 100 at most"
                                        .formatted(id)));
    }
}

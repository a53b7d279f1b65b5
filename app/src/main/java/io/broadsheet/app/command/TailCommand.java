package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.operate.tail.TailRequest;
import io.broadsheet.operate.tail.TailRequest.Start;
import io.broadsheet.operate.tail.TopicTail;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.OptionalInt;

/** {@code broadsheet tail}: the records of a topic, decoded. */
@Command(
        name = "tail",
        description =
                "Prints records of a topic with decoded values: the last ones by time, or from a"
                        + " place on.",
        mixinStandardHelpOptions = true)
public final class TailCommand extends ClusterCommand {

    private static final long LAST_DEFAULT = 10;

    @Parameters(paramLabel = "TOPIC", description = "such as news.articles.enriched.v1")
    private String topic = "";

    @Option(
            names = "--from",
            paramLabel = "beginning|end|OFFSET",
            description =
                    "where to begin, in each partition; end: with the last records, or with what"
                            + " comes if there is --follow (default: ${DEFAULT-VALUE})",
            defaultValue = "end")
    private String from = "end";

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "how many records at most (default: 10 of the last ones, else all)")
    private @Nullable Long limit;

    @Option(names = "--partition", paramLabel = "N", description = "this partition only")
    private @Nullable Integer partition;

    @Option(names = "--key", paramLabel = "K", description = "records of this key only")
    private @Nullable String key;

    @Option(
            names = "--follow",
            description = "goes on with what comes, until stopped or --limit is reached")
    private boolean follow;

    @Option(names = "--json", description = "one JSON object a record")
    private boolean json;

    /**
     * @param console where results go
     */
    public TailCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        new TopicTail(cluster, request(), this::show).run();
        return ExitCode.DONE;
    }

    private TailRequest request() {
        Start start = start();
        if (limit != null && limit < 1) {
            throw new UserMistake("--limit " + limit + ": 1 or more");
        }
        long countMax =
                limit != null
                        ? limit
                        : start instanceof Start.End && !follow ? LAST_DEFAULT : Long.MAX_VALUE;
        return new TailRequest(
                topic,
                start,
                partition == null ? OptionalInt.empty() : OptionalInt.of(partition),
                Optional.ofNullable(key),
                countMax,
                follow,
                json);
    }

    private Start start() {
        return switch (from) {
            case "beginning" -> new Start.Beginning();
            case "end" -> new Start.End();
            default -> {
                if (!from.matches("\\d{1,18}")) {
                    throw new UserMistake("--from " + from + ": beginning, end or an offset");
                }
                yield new Start.At(Long.parseLong(from));
            }
        };
    }

    /** Shown at once; false when the reader of a pipe has gone. */
    private boolean show(String record) {
        print(record);
        return !console().out().checkError();
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.trace.ArticleTrace;
import io.broadsheet.operate.trace.Sought;
import io.broadsheet.operate.trace.Stop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Set;

/** {@code broadsheet trace}: every stop of one article. */
@Command(
        name = "trace",
        description = "Prints every stop of an article, from the topics themselves.",
        mixinStandardHelpOptions = true)
public final class TraceCommand extends ClusterCommand {

    @Parameters(
            paramLabel = "ID|URL|FILE",
            description =
                    "articleId, which is quick; or its URL, guid or file, for which all raw"
                            + " articles are read")
    private String sought = "";

    @Option(names = "--json", description = "one JSON object a stop")
    private boolean json;

    /**
     * @param console where results go
     */
    public TraceCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        try (var trace = new ArticleTrace(cluster)) {
            return run(trace);
        }
    }

    private ExitCode run(ArticleTrace trace) {
        Sought wanted = new Sought(sought);
        Set<String> ids = trace.ids(wanted);
        boolean found = false;
        for (String id : ids) {
            found |= show("article " + id, trace.of(id));
        }
        if (!found) {
            found = show("document " + sought, trace.ofDocument(wanted));
        }
        if (!found) {
            remark("no trace of " + sought + " on this cluster");
        }
        return found ? ExitCode.DONE : ExitCode.FAILED;
    }

    private boolean show(String title, List<Stop> stops) {
        if (!stops.isEmpty() && !json) {
            print(title);
        }
        stops.forEach(stop -> print(json ? stop.json() : stop.text()));
        return !stops.isEmpty();
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.operate.feeds.FeedLines;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.List;

/** {@code broadsheet feeds list}. */
@Command(
        name = "list",
        description =
                "Lists the feeds with their health: last success, new items a day, silence, what is"
                        + " wrong in words, next fetch.",
        mixinStandardHelpOptions = true)
final class FeedsListCommand extends ClusterCommand {

    @Option(names = "--json", description = "one JSON object a feed")
    private boolean json;

    FeedsListCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        Instant now = cluster.clock().instant();
        List<FeedHealth> feeds = new FeedCatalog(cluster).health();
        FeedLines lines = new FeedLines(feeds, now);
        (json ? lines.json() : lines.text()).forEach(this::print);
        if (feeds.isEmpty()) {
            remark("there is no feed yet; `feeds add URL` and `feeds import FILE` add them");
        }
        return ExitCode.DONE;
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.v1.Feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** {@code broadsheet feeds pause|resume|remove}. */
abstract class FeedsChangeCommand extends ClusterCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "sources, as `feeds list` shows")
    private List<String> ids = List.of();

    private FeedsChangeCommand(Console console) {
        super(console);
    }

    static FeedsChangeCommand pause(Console console) {
        return new Pause(console);
    }

    static FeedsChangeCommand resume(Console console) {
        return new Resume(console);
    }

    static FeedsChangeCommand remove(Console console) {
        return new Remove(console);
    }

    /** Changes one feed. */
    abstract void change(FeedCatalog catalog, Feed feed);

    /** What was done, as the last word of a line. */
    abstract String done();

    @Override
    ExitCode run(Cluster cluster) {
        FeedCatalog catalog = new FeedCatalog(cluster);
        List<Feed> feeds = ids.stream().map(catalog::find).toList(); // all or none
        for (Feed feed : feeds) {
            change(catalog, feed);
            print(feed.getSourceId() + " " + done());
        }
        return ExitCode.DONE;
    }

    private static Feed touched(FeedCatalog catalog, Feed feed, boolean paused) {
        return Feed.newBuilder(feed).setPaused(paused).setChangedAt(catalog.now()).build();
    }

    /** Stops polling. */
    @Command(
            name = "pause",
            description = "Feeds are not polled until they are resumed.",
            mixinStandardHelpOptions = true)
    private static final class Pause extends FeedsChangeCommand {

        Pause(Console console) {
            super(console);
        }

        @Override
        void change(FeedCatalog catalog, Feed feed) {
            catalog.put(List.of(touched(catalog, feed, true)));
        }

        @Override
        String done() {
            return "paused";
        }
    }

    /** Polls again. */
    @Command(
            name = "resume",
            description =
                    "Feeds are polled again, the first time at once: also those that were gone, and"
                            + " those that wait after errors.",
            mixinStandardHelpOptions = true)
    private static final class Resume extends FeedsChangeCommand {

        Resume(Console console) {
            super(console);
        }

        @Override
        void change(FeedCatalog catalog, Feed feed) {
            catalog.putAndAsk(touched(catalog, feed, false));
        }

        @Override
        String done() {
            return "resumed";
        }
    }

    /** Forgets. */
    @Command(
            name = "remove",
            description =
                    "Takes feeds off the list. Their articles stay; what is known of the feeds does"
                            + " too, so that nothing comes twice if they are added again.",
            mixinStandardHelpOptions = true)
    private static final class Remove extends FeedsChangeCommand {

        Remove(Console console) {
            super(console);
        }

        @Override
        void change(FeedCatalog catalog, Feed feed) {
            catalog.remove(feed.getSourceId());
        }

        @Override
        String done() {
            return "removed";
        }
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.list.ListedFeed;
import io.broadsheet.ingest.poll.list.OpmlDocument;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code broadsheet feeds export}. */
@Command(
        name = "export",
        description =
                "Writes the feeds as an OPML 2.0 list, labels as folders. `feeds import` reads it"
                        + " back with the names of the sources; so can readers of feeds.",
        mixinStandardHelpOptions = true)
final class FeedsExportCommand extends ClusterCommand {

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "where to, over what is there (default: standard output)")
    private @Nullable Path output;

    FeedsExportCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        var catalog = new FeedCatalog(cluster);
        List<ListedFeed> feeds =
                catalog.feeds().values().stream().map(FeedsExportCommand::listed).toList();
        String document = OpmlDocument.write(feeds, catalog.now());
        if (output == null) {
            console().out().print(document);
        } else {
            write(document, output);
            remark("%d feeds written to %s".formatted(feeds.size(), output));
        }
        return ExitCode.DONE;
    }

    private static ListedFeed listed(KnownFeed known) {
        Feed feed = known.feed();
        Optional<String> title =
                Optional.ofNullable(feed.getTitle())
                        .or(() -> known.state().map(FeedState::getTitle));
        var ours =
                new ListedFeed.Ours(
                        SourceId.of(known.sourceId()), feed.getPaused(), feed.getIdentityPolicy());
        return new ListedFeed(known.url(), title, feed.getLabels(), ours);
    }

    private static void write(String document, Path file) {
        try {
            Files.writeString(file, document);
        } catch (IOException e) {
            throw new UserMistake(
                    "--output " + file + ": cannot be written: " + FileTrouble.words(e));
        }
    }
}

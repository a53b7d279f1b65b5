package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.list.ListedFeed;
import io.broadsheet.ingest.poll.list.Opml;
import io.broadsheet.ingest.poll.list.SourceNames;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.v1.Feed;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code broadsheet feeds import}. */
@Command(
        name = "import",
        description =
                "Adds the feeds of an OPML list, with its folders as labels. Those that are there"
                        + " already stay as they are. A list that `feeds export` wrote brings the"
                        + " names of its sources.",
        mixinStandardHelpOptions = true)
final class FeedsImportCommand extends ClusterCommand {

    private static final long BYTES_MAX = 64L * 1024 * 1024;

    @Parameters(paramLabel = "FILE", description = "OPML file")
    private Path file = Path.of("");

    FeedsImportCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        Opml.Contents list = Opml.read(bytes());
        list.problems().forEach(this::remark);
        if (list.feeds().isEmpty()) {
            throw new UserMistake(file + ": no feed in it");
        }
        FeedCatalog catalog = new FeedCatalog(cluster);
        List<Feed> added = added(list.feeds(), catalog);
        if (!added.isEmpty()) {
            catalog.put(added);
        }
        print(
                "%d added, %d there already, %d passed over"
                        .formatted(
                                added.size(),
                                list.feeds().size() - added.size(),
                                list.passedOver()));
        return ExitCode.DONE;
    }

    private List<Feed> added(List<ListedFeed> listed, FeedCatalog catalog) {
        Map<String, KnownFeed> known = catalog.feeds();
        Set<String> taken = new HashSet<>(known.keySet());
        Set<String> urls =
                known.values().stream()
                        .map(it -> it.feed().getFeedUrl())
                        .collect(Collectors.toSet());
        known.values().forEach(it -> urls.add(it.url()));
        Instant now = catalog.now();
        List<Feed> added = new ArrayList<>();
        for (ListedFeed feed : listed) {
            if (urls.add(feed.url())) {
                String id = name(feed, taken);
                taken.add(id);
                added.add(
                        Feed.newBuilder()
                                .setSourceId(id)
                                .setFeedUrl(feed.url())
                                .setTitle(feed.title().orElse(null))
                                .setLabels(feed.labels())
                                .setPaused(feed.ours().paused())
                                .setIdentityPolicy(feed.ours().identity())
                                .setAddedAt(now)
                                .setChangedAt(now)
                                .build());
            }
        }
        return added;
    }

    /** The name that the list gives, if it is free: articles are known by it. */
    private String name(ListedFeed feed, Set<String> taken) {
        Optional<String> wanted = feed.ours().sourceId().map(SourceId::value);
        if (wanted.isPresent() && !taken.contains(wanted.get())) {
            return wanted.get();
        }
        String proposed = SourceNames.propose(feed.url(), taken).value();
        wanted.ifPresent(it ->
                remark(
                        "%s: another feed is %s already; this one is %s"
                                .formatted(feed.url(), it, proposed)));
        return proposed;
    }

    private byte[] bytes() {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UserMistake(file + ": over " + BYTES_MAX + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserMistake(file + ": cannot be read: " + FileTrouble.words(e));
        }
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.FeedPollService;
import io.broadsheet.ingest.poll.PollConfig;
import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.list.FeedFinder;
import io.broadsheet.ingest.poll.list.FeedFinder.Found;
import io.broadsheet.ingest.poll.list.SourceNames;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.WebUrl;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.Map;

/** {@code broadsheet feeds add}. */
@Command(
        name = "add",
        description =
                "Adds a feed, once it was seen that there is one. Of a page that names one feed that"
                        + " one is added; of a page that names several they are listed.",
        mixinStandardHelpOptions = true)
final class FeedsAddCommand extends ClusterCommand {

    @Parameters(paramLabel = "URL", description = "of a feed, or of a page that names its feed")
    private String url = "";

    @Option(
            names = "--source-id",
            paramLabel = "ID",
            description =
                    "whose articles these are; part of their identity, so keep it when the feed"
                            + " moves (default: from the host)")
    private @Nullable String sourceId;

    @Option(names = "--unchecked", description = "adds it without looking whether there is a feed")
    private boolean unchecked;

    @Option(
            names = "--private",
            description = "looks also at addresses that are not public; so must the poller then")
    private boolean privateToo;

    @Option(
            names = "--identity",
            paramLabel = "NAME",
            description =
                    "what its items are known by: ${COMPLETION-CANDIDATES}; AUTO begins at the guid"
                            + " and goes down when more than a twentieth are bad (default: as it"
                            + " is, AUTO for a new feed)")
    private @Nullable Identity identity;

    /** Names of items, as an operator calls them. */
    private enum Identity {
        AUTO(IdentityBasis.UNKNOWN),
        GUID(IdentityBasis.GUID),
        LINK(IdentityBasis.LINK),
        CONTENT(IdentityBasis.CONTENT_FINGERPRINT);

        private final IdentityBasis basis;

        Identity(IdentityBasis basis) {
            this.basis = basis;
        }
    }

    FeedsAddCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        String absolute =
                WebUrl.parse(url.contains("://") ? url : "https://" + url)
                        .map(WebUrl::withoutFragment)
                        .orElseThrow(() -> new UserMistake(url + ": no http or https URL"));
        FeedCatalog catalog = new FeedCatalog(cluster);
        String feedUrl = unchecked ? absolute : found(absolute, cluster);
        Map<String, KnownFeed> known = catalog.feeds();
        known.values().stream()
                .filter(it -> it.url().equals(feedUrl) || it.feed().getFeedUrl().equals(feedUrl))
                .filter(it -> !it.sourceId().equals(sourceId))
                .findFirst()
                .ifPresent(it -> {
                    throw new UserMistake(feedUrl + ": there already, as " + it.sourceId());
                });
        Feed feed = feed(feedUrl, known, catalog);
        catalog.putAndAsk(feed);
        print(
                "%s %s %s"
                        .formatted(
                                known.containsKey(feed.getSourceId()) ? "changed" : "added",
                                feed.getSourceId(),
                                feedUrl));
        return ExitCode.DONE;
    }

    private Feed feed(String feedUrl, Map<String, KnownFeed> known, FeedCatalog catalog) {
        String id =
                sourceId == null
                        ? SourceNames.propose(feedUrl, known.keySet()).value()
                        : SourceId.of(sourceId)
                                .orElseThrow(() ->
                                        new UserMistake(
                                                "--source-id "
                                                        + sourceId
                                                        + ": letters, digits, dot, dash and"
                                                        + " underscore only, 100 at most"))
                                .value();
        KnownFeed former = known.get(id);
        Feed.Builder feed =
                former == null
                        ? Feed.newBuilder().setSourceId(id).setAddedAt(catalog.now())
                        : Feed.newBuilder(former.feed());
        if (identity != null) {
            feed.setIdentityPolicy(identity.basis);
        }
        return feed.setFeedUrl(feedUrl).setPaused(false).setChangedAt(catalog.now()).build();
    }

    private String found(String absolute, Cluster cluster) {
        PollConfig set = PollSettings.config(settings());
        PollConfig config = privateToo ? set.withPrivateAddressesAllowed() : set;
        var letters = new DeadLetters("broadsheet-feeds", Version.current(), cluster.clock());
        var reader = FeedPollService.formats(letters, ClaimStore.none());
        try (SafeFetcher fetcher = SafeFetcher.open(config.egress())) {
            FeedFinder finder = new FeedFinder(fetcher, reader);
            return found(absolute, finder.look(absolute), finder);
        }
    }

    private String found(String at, Found found, FeedFinder finder) {
        return switch (found) {
            case Found.Feed feed -> {
                remark(
                        "%s: %s, %d items"
                                .formatted(
                                        feed.url(),
                                        feed.title().orElse("a feed without a title"),
                                        feed.items()));
                yield feed.url();
            }
            case Found.Links(var urls) when urls.size() == 1 -> {
                remark(at + " is a page; its feed is " + urls.getFirst());
                yield confirmed(urls.getFirst(), finder);
            }
            case Found.Links(var urls) ->
                    throw new UserMistake(
                            at
                                    + " is a page that names several feeds; add one of\n  "
                                    + String.join("\n  ", urls));
            case Found.Nothing(var why) -> throw unchecked(at, why);
            case Found.Shut(var why) -> throw shut(at, why);
        };
    }

    private String confirmed(String named, FeedFinder finder) {
        return switch (finder.look(named)) {
            case Found.Feed feed -> feed.url();
            case Found.Links _ ->
                    throw new UserMistake(named + ": named as a feed, but it is a page");
            case Found.Nothing(var why) -> throw unchecked(named, why);
            case Found.Shut(var why) -> throw shut(named, why);
        };
    }

    private static UserMistake unchecked(String at, String why) {
        return new UserMistake(at + ": " + why + "; --unchecked adds it all the same");
    }

    /** Added unchecked it would fail at each poll. */
    private UserMistake shut(String at, String why) {
        String hint =
                privateToo
                        ? "; it is shut even to --private"
                        : "; --private looks there too, and who polls it needs"
                                + " feeds.private.addresses=true (FEEDS_PRIVATE_ADDRESSES)";
        return new UserMistake(at + ": " + why + hint);
    }
}

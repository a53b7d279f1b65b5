package io.broadsheet.desk.sources;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.desk.articles.ArticleShelf;
import io.broadsheet.desk.articles.SourceCount;
import io.broadsheet.desk.page.Page;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.page.Tab;
import io.broadsheet.desk.sources.SourceView.FeedLine;
import io.broadsheet.desk.sources.SourceView.OtherLine;
import io.broadsheet.desk.watch.Questions;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.feeds.FeedCatalog;
import io.broadsheet.operate.feeds.FeedLines;
import io.broadsheet.schemas.Topics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Feeds with their health, those first that need a look, and what other sources gave. */
public final class SourcePages {

    private static final SourceCount NOTHING = new SourceCount(0, 0, Instant.EPOCH);

    private final ArticleShelf articles;
    private final Questions questions;
    private final Pages pages;

    /**
     * @param articles counts by source
     * @param questions for the feeds
     */
    public SourcePages(ArticleShelf articles, Questions questions, Pages pages) {
        this.articles = articles;
        this.questions = questions;
        this.pages = pages;
    }

    /** Makes it answer. */
    public void addTo(Jex server) {
        server.get("/sources", this::show);
    }

    private void show(Context context) {
        Map<String, SourceCount> counts = articles.sources();
        List<FeedHealth> health = questions.ask(SourcePages::health);
        Set<String> feeds =
                health.stream().map(it -> it.feed().sourceId()).collect(Collectors.toSet());
        List<OtherLine> others =
                counts.entrySet().stream()
                        .filter(count -> !feeds.contains(count.getKey()))
                        .map(count -> new OtherLine(count.getKey(), count.getValue()))
                        .sorted(Comparator.comparing(line -> line.counts().latest()))
                        .toList()
                        .reversed();
        SourceView view = new SourceView(lines(health, counts), others);
        pages.show(context, new Page("sources.jte", Tab.SOURCES, "Sources", view));
    }

    private static List<FeedHealth> health(Cluster cluster) {
        return cluster.topics().contains(Topics.FEEDS.name())
                ? new FeedCatalog(cluster).health()
                : List.of();
    }

    private static List<FeedLine> lines(List<FeedHealth> feeds, Map<String, SourceCount> counts) {
        return feeds.stream()
                .map(it ->
                        new FeedLine(
                                RecordText.parse(
                                        new FeedLines(List.of(it), Instant.EPOCH)
                                                .json()
                                                .getFirst()),
                                rank(it),
                                counts.getOrDefault(it.feed().sourceId(), NOTHING)))
                .sorted(
                        Comparator.comparingInt(FeedLine::rank)
                                .thenComparing(line -> line.health().path("sourceId").asText()))
                .toList();
    }

    private static int rank(FeedHealth feed) {
        return switch (feed.condition()) {
            case SILENT -> 0;
            case GONE -> 1;
            case FAILING -> 2;
            case BLOCKED -> 3;
            case NEW -> 4;
            case OK -> 5;
            case PAUSED -> 6;
        };
    }
}

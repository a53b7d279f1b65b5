package io.broadsheet.desk.articles;

import io.broadsheet.desk.watch.Follower;
import io.broadsheet.desk.watch.Recent;
import io.broadsheet.desk.watch.Values;
import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The latest articles, and how many versions of articles each source gave: the latest 500 articles,
 * by a few hundred bytes each, and at most 5,000 sources.
 */
public final class ArticleShelf implements Follower {

    /** How many articles are kept. */
    static final int KEPT_MAX = 500;

    private static final int SOURCES_MAX = 5_000;

    private final Values<EnrichedArticle> values;
    private final Recent<ArticleLine> recent = new Recent<>(KEPT_MAX, ArticleLine::at);
    private final Map<String, SourceCount> sources = new TreeMap<>();

    /**
     * @param registry knows the schemas
     */
    public ArticleShelf(SchemaRegistry registry) {
        this.values = new Values<>(Topics.ENRICHED, registry);
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.ENRICHED.name());
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            recent.remove(String.valueOf(Keys.text(record.key())));
        } else {
            values.of(record).map(ArticleLine::of).ifPresent(this::keep);
        }
    }

    private void keep(ArticleLine line) {
        recent.put(line.id(), line);
        synchronized (sources) {
            if (sources.size() < SOURCES_MAX || sources.containsKey(line.source().id())) {
                sources.merge(line.source().id(), SourceCount.of(line), SourceCount::plus);
            }
        }
    }

    /** The latest, the newest first. */
    public List<ArticleLine> latest() {
        return recent.latest();
    }

    /** What each source gave, by sourceId. */
    public Map<String, SourceCount> sources() {
        synchronized (sources) {
            return new TreeMap<>(sources);
        }
    }
}

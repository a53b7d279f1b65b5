package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.topology.Arrival.AnswerArrived;
import io.broadsheet.enrich.topology.Arrival.LinkArrived;
import io.broadsheet.enrich.topology.Arrival.RawArrived;
import io.broadsheet.enrich.topology.Arrival.ReprocessArrived;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

import java.util.List;

/**
 * Raw articles to enriched ones, on one page.
 *
 * <p>Raw articles, those to be enriched anew, image answers and news of near-duplicates are read;
 * one node, which remembers, decides about all; what it decides goes out in the transaction of the
 * record that it decided about. Each node bears the name of its topic or of what it does. Keys and
 * values are bytes on both sides: reading them is ours, since bytes that cannot be read are to be
 * buried untouched, and writing them is ours, since a record must be measured before it is sent.
 */
public final class EnrichTopology {

    /** Where the articles' node sends to. */
    private static final List<Topic<?>> SENT =
            List.of(
                    Topics.ENRICHED,
                    Topics.REVISIONS,
                    Topics.IMAGE_CHECK_REQUESTS,
                    Topics.ENRICH_DEAD_LETTERS,
                    Topics.OUTCOMES,
                    Topics.CLUSTER_SKETCHES,
                    Topics.CLUSTER_LINKS,
                    Topics.CLUSTERS);

    private EnrichTopology() {}

    /** The topology, ready to run; see {@link EnrichParts} for what it is made of. */
    public static Topology of(EnrichParts parts) {
        Codecs codecs = parts.codecs();
        Topology topology = new Topology();
        var ingested = RecordTimes.asIngested(parts.clock());
        var first = RecordTimes.beforeAll();
        read(topology, "raw", ingested, Topics.RAW);
        read(topology, "reprocess", ingested, Topics.REPROCESS);
        read(topology, "image-answers", first, Topics.IMAGE_CHECK_RESULTS);
        read(topology, "cluster-links", first, Topics.CLUSTER_LINKS);
        var watch = parts.watch();
        decode(topology, "raw", watch.reader(codecs.raw(), RawArrived::new));
        decode(topology, "reprocess", watch.reader(codecs.reprocess(), ReprocessArrived::new));
        decode(
                topology,
                "image-answers",
                watch.reader(codecs.images().results(), AnswerArrived::new));
        decode(
                topology,
                "cluster-links",
                watch.reader(codecs.clusters().links(), LinkArrived::new));
        topology.addProcessor(
                "articles",
                parts::articles,
                "read-raw",
                "read-reprocess",
                "read-image-answers",
                "read-cluster-links");
        addStores(topology);
        SENT.forEach(topic -> send(topology, topic));
        addClusterIndex(topology, parts);
        return topology;
    }

    /** What its stores are called. */
    public static List<String> storeNames() {
        return ArticleStores.NAMES;
    }

    private static void addStores(Topology topology) {
        topology.addStateStore(ArticleStores.articles(), "articles");
        topology.addStateStore(ArticleStores.pending(), "articles");
        topology.addStateStore(ArticleStores.deadlines(), "articles");
        topology.addStateStore(ArticleStores.watched(), "articles");
        topology.addStateStore(ArticleStores.watchedUntil(), "articles");
        topology.addStateStore(ArticleStores.texts(), "articles");
        topology.addStateStore(ArticleStores.sourceOffsets(), "articles");
        topology.addStateStore(ArticleStores.clusterPlaces(), "articles");
        topology.addStateStore(ArticleStores.clusters(), "articles");
    }

    /** A part of its own, with tasks of its own: it meets the articles on topics only. */
    private static void addClusterIndex(Topology topology, EnrichParts parts) {
        var times = RecordTimes.asIngested(parts.clock());
        read(topology, "cluster-sketches", times, Topics.CLUSTER_SKETCHES);
        topology.addProcessor(ClusterIndex.NODE, parts::clusterIndex, "cluster-sketches");
        topology.addStateStore(ArticleStores.clusterIndex(), ClusterIndex.NODE);
        for (Topic<?> topic : List.of(Topics.CLUSTER_LINKS, Topics.ENRICH_DEAD_LETTERS)) {
            var bytes = new ByteArraySerializer();
            String sink = ClusterIndex.SINKS + topic.name();
            topology.addSink(sink, topic.name(), bytes, bytes, ClusterIndex.NODE);
        }
    }

    private static void decode(
            Topology topology,
            String source,
            ProcessorSupplier<byte[], byte[], byte[], Arrival> reader) {
        topology.addProcessor("read-" + source, reader, source);
    }

    private static void read(
            Topology topology, String node, TimestampExtractor times, Topic<?> topic) {
        var bytes = new ByteArrayDeserializer();
        var earliest = AutoOffsetReset.earliest();
        topology.addSource(earliest, node, times, bytes, bytes, topic.name());
    }

    private static void send(Topology topology, Topic<?> topic) {
        var bytes = new ByteArraySerializer();
        topology.addSink(topic.name(), topic.name(), bytes, bytes, "articles");
    }
}

package io.broadsheet.bench.topology;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.jsoup.Jsoup;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Streams, Avro and one parse of the HTML, exactly once: less no enrichment can do. Threads and
 * commits as in ours.
 */
final class FloorTopology implements AutoCloseable {

    /** Where its output goes. */
    static final String OUTPUT = "bench-floor";

    private final KafkaStreams streams;

    FloorTopology(String applicationId, KafkaAccess access, Path state) {
        Serde<RawArticle> articles = AvroSerde.of(Topics.RAW, access.registry());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(Topics.RAW.name(), Consumed.with(Serdes.String(), articles))
                .filter((_, article) -> hasNodes(article))
                .to(
                        OUTPUT,
                        Produced.with(
                                Serdes.String(),
                                Serdes.serdeFrom(writer(articles), articles.deserializer())));
        Properties settings = new Properties();
        settings.putAll(access.streamsProperties(applicationId));
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        streams = new KafkaStreams(builder.build(), settings);
        streams.start();
    }

    /** Under the subject of the raw topic, which is registered. */
    private static Serializer<RawArticle> writer(Serde<RawArticle> articles) {
        return (_, article) -> articles.serializer().serialize(Topics.RAW.name(), article);
    }

    private static boolean hasNodes(RawArticle article) {
        String html = Optional.ofNullable(article.getContent().getValue()).orElse("");
        return Jsoup.parseBodyFragment(html).body().childNodeSize() > 0;
    }

    @Override
    public void close() {
        streams.close();
    }
}

package io.broadsheet.bench.topology;

import io.broadsheet.bench.GeneratePosts;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;

/** Puts generated posts on the raw topic, as ingest would. */
final class RawLoad {

    private RawLoad() {}

    /** Returns once all are there. */
    static void put(int count, KafkaAccess access) {
        var settings = ReaderSettings.of(new SourceId("bench"), "bench");
        var reader = new DocumentReader(settings, ClaimStore.none(), InstantSource.system());
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (var producer =
                new KafkaProducer<>(
                        access.producerProperties("bench"),
                        new StringSerializer(),
                        AvroSerde.of(Topics.RAW, access.registry()).serializer())) {
            for (String post : GeneratePosts.first(count, 1)) {
                RawArticle article = article(reader, post);
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        Topics.RAW.name(), article.getArticleId(), article)));
            }
            producer.flush();
            sent.forEach(Future::resultNow);
        }
    }

    private static RawArticle article(DocumentReader reader, String post) {
        byte[] bytes = post.getBytes(StandardCharsets.UTF_8);
        Reading reading = reader.parse(new Document("file:///post.md", "post.md", bytes));
        if (reading instanceof Reading.Articles read && !read.articles().isEmpty()) {
            return read.articles().getFirst();
        }
        throw new IllegalArgumentException("no article: " + reading);
    }
}

package io.broadsheet.bench.neardup;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;

/** Raw articles of about 6 KB, every twentieth a copy of the one before by another source. */
final class MadeUpArticles {

    private static final int WORDS = 900;
    private static final int VOCABULARY = 20_000;
    private static final int COPY_EVERY = 20;
    private static final int PARAGRAPH = 80;

    private MadeUpArticles() {}

    /** Puts so many on the raw topic. */
    static void offer(KafkaAccess kafka, int count) {
        Instant now = InstantSource.system().instant();
        try (var producer =
                new KafkaProducer<>(
                        kafka.producerProperties("made-up"),
                        new StringSerializer(),
                        AvroSerde.of(Topics.RAW, kafka.registry()).serializer())) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                RawArticle article = article(i, now);
                var record =
                        new ProducerRecord<>(
                                Topics.RAW.name(),
                                null,
                                now.toEpochMilli(),
                                article.getArticleId(),
                                article);
                sent.add(producer.send(record));
            }
            producer.flush();
            sent.forEach(Future::resultNow);
        }
    }

    private static RawArticle article(int number, Instant now) {
        boolean copy = number % COPY_EVERY == 1;
        String body = body(copy ? number - 1 : number);
        return RawArticle.newBuilder()
                .setArticleId(Sha256.id("made up " + number))
                .setSource(Source.newBuilder().setSourceId("source-" + number % 7).build())
                .setTitle("Report number " + number + " of the day")
                .setContent(
                        Content.newBuilder().setValue(body).setDigest(Sha256.tagged(body)).build())
                .setContentHash(Sha256.tagged(body))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f")
                                .setRequestUrl("https://example.org/" + number)
                                .setRetrievedAt(now)
                                .build())
                .setIngestedAt(now)
                .build();
    }

    private static String body(int seed) {
        var random = new Random(seed);
        var text = new StringBuilder("<p>");
        for (int i = 1; i <= WORDS; i++) {
            text.append(Integer.toString(1_000 + random.nextInt(VOCABULARY) * 37, 26));
            text.append(i % PARAGRAPH == 0 ? ".</p>\n<p>" : " ");
        }
        return text.append("</p>").toString();
    }
}

package io.broadsheet.ingest.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.IngestMeters;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Reads what was pushed and puts it on Kafka. What cannot be read is told to the sender and nowhere
 * else: he has it still. May be used by many threads.
 */
final class PushDesk {

    private final Producer<byte[], byte[]> producer;
    private final KafkaAccess kafka;
    private final DeadLetters letters;
    private final ClaimStore claims;
    private final IngestMeters meters;

    PushDesk(
            Producer<byte[], byte[]> producer,
            KafkaAccess kafka,
            DeadLetters letters,
            ClaimStore claims,
            IngestMeters meters) {
        this.producer = producer;
        this.kafka = kafka;
        this.letters = letters;
        this.claims = claims;
        this.meters = meters;
    }

    /** What was sent, and what the sender calls it. */
    @SuppressWarnings("ArrayRecordComponent") // carried through, compared by nobody
    record Sent(byte[] body, String contentType) {}

    /** What became of a request. */
    sealed interface Taken {

        /**
         * All that could be read is on Kafka.
         *
         * @param json what became of each item
         */
        record Accepted(String json) implements Taken {}

        /** Nothing of it is, or nobody knows. */
        record Refused(Problem problem) implements Taken {}
    }

    /**
     * Takes a request.
     *
     * @param brought the trace that the sender says it belongs to
     */
    Taken take(SourceId source, Sent sent, TraceContext brought) {
        String url = "push:" + source.value();
        HttpFacts http = HttpFacts.brought(url, sent.contentType());
        Document document = Document.fetched(url, sent.body(), http);
        var reader =
                new DocumentReader(
                        ReaderSettings.of(source, letters.version()), claims, letters.clock());
        return switch (reader.parse(document)) {
            case Reading.Buried(DeadLetter letter) ->
                    new Taken.Refused(Problem.malformed(letter.getMessage()));
            case Reading.Places(_, var letter) ->
                    new Taken.Refused(Problem.malformed(letter.get().getMessage()));
            case Reading.Articles reading -> publish(source, reading, brought);
        };
    }

    /**
     * Withdraws an article of that source.
     *
     * @param guid blank if it has none and is named by its link
     * @param link blank if it is named by its guid
     */
    Taken withdraw(SourceId source, String guid, String link, TraceContext brought) {
        ObjectNode notice = JsonNodeFactory.instance.objectNode().put("pubStatus", "canceled");
        notice.put(guid.isBlank() ? "link" : "guid", guid.isBlank() ? link : guid);
        byte[] body = notice.toString().getBytes(StandardCharsets.UTF_8);
        return take(source, new Sent(body, "application/json"), brought);
    }

    private Taken publish(SourceId source, Reading.Articles reading, TraceContext brought) {
        if (reading.articles().isEmpty() && !reading.letters().isEmpty()) {
            return new Taken.Refused(Problem.malformed(reading.letters().getFirst().getMessage()));
        }
        try {
            var writer = new RecordWriter(kafka.registry(), letters.version(), kafka.tracing());
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            for (RawArticle article : reading.articles()) {
                ProducerRecord<byte[], byte[]> record = writer.record(article, brought);
                boolean fits = record.value().length <= RecordWriter.valueBytesMax();
                if (fits) {
                    sent.add(producer.send(record));
                }
                items.add(item(article, fits));
            }
            reading.letters().forEach(letter -> items.add(item(letter)));
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
            meters.published(source.value(), sent.size());
            meters.refused(source.value(), items.size() - sent.size());
            return new Taken.Accepted(account(sent.size(), items));
        } catch (ExecutionException | KafkaException e) {
            return new Taken.Refused(
                    Problem.unavailable("whether it was written is unknown; send it again"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Taken.Refused(Problem.unavailable("closing"));
        }
    }

    private static String account(int accepted, ArrayNode items) {
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        account.put("accepted", accepted).put("refused", items.size() - accepted);
        account.set("items", items);
        return account.toString();
    }

    private static ObjectNode item(RawArticle article, boolean fits) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("index", article.getFetch().getItemIndex());
        item.put("articleId", article.getArticleId());
        item.put("status", fits ? "accepted" : "refused");
        return fits ? item : item.put("detail", "RECORD_TOO_LARGE: larger than a record may be");
    }

    private static ObjectNode item(DeadLetter letter) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", "refused")
                .put("detail", letter.getMessage());
    }
}

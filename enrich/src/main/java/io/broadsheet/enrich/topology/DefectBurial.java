package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.registry.RegistryException;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last net: a defect of ours, met on one record, buries that record. Nothing has been forwarded
 * then and no store been touched, since desks decide before they act: first all is computed and
 * encoded, then stores are written and records sent. What is the world's fault, and what no single
 * record is to blame for, ends the thread instead.
 *
 * <p>Made by Kafka Streams from its class; {@link #PARTS} in the settings is what it works with.
 */
public final class DefectBurial implements ProcessingExceptionHandler {

    /** The settings' key of the {@link EnrichParts} that are in use. */
    public static final String PARTS = "broadsheet.enrich.parts";

    private @Nullable EnrichParts parts;

    @Override
    public void configure(Map<String, ?> settings) {
        if (settings.get(PARTS) instanceof EnrichParts given) {
            parts = given;
        }
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception exception) {
        Optional<SourceRecord> source = source(context);
        if (parts == null || source.isEmpty() || isTheWorlds(exception)) {
            return Response.fail();
        }
        return Response.resume(bury(parts.burial(), source.get(), context, exception));
    }

    private static List<ProducerRecord<byte[], byte[]>> bury(
            Burial burial, SourceRecord source, ErrorHandlerContext context, Exception exception) {
        return burial.bury(
                        FailureStage.ENRICH_PROCESS,
                        Rejection.defect(context.processorNodeId(), exception),
                        source,
                        letter -> letter.setProcessorNodeId(context.processorNodeId()))
                .producerRecords(burial.timestampFor(source));
    }

    /** Empty for a punctuation, which has no record. */
    private static Optional<SourceRecord> source(ErrorHandlerContext context) {
        String topic = context.topic();
        if (topic == null || context.offset() < 0) {
            return Optional.empty();
        }
        Headers given = context.headers();
        Headers headers = given == null ? new RecordHeaders() : RecordTimes.asOnTopic(given);
        return Optional.of(
                new SourceRecord(
                        new RecordRef(topic, context.partition(), context.offset()),
                        context.sourceRawKey(),
                        context.sourceRawValue(),
                        headers,
                        Math.max(0, context.timestamp()),
                        TraceContext.of(headers)));
    }

    /**
     * Whether another try may succeed, or no record is to blame: the broker, the registry, a disk.
     * A value that cannot be serialized is to blame itself.
     */
    static boolean isTheWorlds(Exception exception) {
        return switch (exception) {
            case RegistryException _, UncheckedIOException _ -> true;
            case SerializationException _ -> false;
            case KafkaException _ -> true;
            default -> false;
        };
    }
}

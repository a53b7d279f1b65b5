package io.broadsheet.enrich.topology;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * A record that the broker does not take ends the thread, always. Under {@code exactly_once_v2}
 * there is nothing else: the transaction is lost already, and to resume would be to fail again, for
 * ever (RELIABILITY section 0, F3 and F5).
 */
public final class NothingUnproduced implements ProductionExceptionHandler {

    @Override
    public void configure(Map<String, ?> settings) {
        // There is nothing to set.
    }

    @Override
    public Response handleError(
            @Nullable ErrorHandlerContext context,
            @Nullable ProducerRecord<byte[], byte[]> record,
            @Nullable Exception exception) {
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public Response handleSerializationError(
            @Nullable ErrorHandlerContext context,
            @Nullable ProducerRecord record,
            @Nullable Exception exception,
            @Nullable SerializationExceptionOrigin origin) {
        return Response.fail();
    }
}

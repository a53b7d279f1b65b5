package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.Work;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.RecordRef;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads the values of one source topic. A deserializer of Kafka's would have to throw where bytes
 * cannot be read; here that is a value, and the bytes stay at hand.
 *
 * @param <V> the type of the topic's values
 */
final class RecordReader<V extends SpecificRecord>
        implements Processor<byte[], byte[], byte[], Arrival> {

    private final Codec<V> codec;
    private final BiFunction<SourceRecord, V, Arrival> arrival;
    private final EnrichWatch watch;
    private Optional<TopicPartition> partition = Optional.empty();
    private ProcessorContext<byte[], Arrival> context;

    /**
     * @param arrival what a value of this topic is to the articles
     * @param watch told when a record is in hand, and when it is done
     */
    RecordReader(Codec<V> codec, BiFunction<SourceRecord, V, Arrival> arrival, EnrichWatch watch) {
        this.codec = codec;
        this.arrival = arrival;
        this.watch = watch;
    }

    @Override
    public void init(ProcessorContext<byte[], Arrival> context) {
        this.context = context;
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long written = RecordTimes.takeWritten(record);
        SourceRecord source = SourceRecord.of(record, context.recordMetadata().orElseThrow());
        TopicPartition own = partitionOf(source);
        watch.lag().begin(own, written);
        try (Segment segment = segment(source)) {
            forward(record, source.in(segment.context()), segment);
        } finally {
            watch.lag().done(own, written);
        }
    }

    private void forward(Record<byte[], byte[]> record, SourceRecord source, Segment segment) {
        try {
            context.forward(record.withValue(read(source)));
        } catch (RuntimeException e) {
            segment.failed(e);
            throw e;
        }
    }

    /** Whoever wrote a raw record may not have begun a trace; answers and links begin none. */
    private Segment segment(SourceRecord source) {
        return source.isOf(Topics.RAW)
                ? watch.tracing().begin(work(source), source.trace())
                : watch.tracing().goOn(work(source), source.trace());
    }

    private Work work(SourceRecord source) {
        RecordRef ref = source.ref();
        return Work.process(
                ref.getTopic(), ref.getPartition(), ref.getOffset(), context.applicationId());
    }

    /** A task has one partition of a topic. */
    private TopicPartition partitionOf(SourceRecord source) {
        TopicPartition own =
                partition.orElseGet(() ->
                        new TopicPartition(source.ref().getTopic(), source.ref().getPartition()));
        partition = Optional.of(own);
        return own;
    }

    @Override
    public void close() {
        watch.lag().forget(partition.stream().toList());
    }

    private Arrival read(SourceRecord source) {
        return switch (codec.decode(source.value())) {
            case Codec.Decoded.Decodable<V>(V value) -> arrival.apply(source, value);
            case Codec.Decoded.Undecodable<V>(var rejection) ->
                    new Arrival.Unreadable(source, rejection);
        };
    }
}

package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What comes before all is still known to have been written at its time. */
class RecordTimesTest {

    private static final long WRITTEN = 1_772_366_400_000L;
    private static final byte[] TRACE = "trace".getBytes(StandardCharsets.UTF_8);

    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void anAnswerComesBeforeAllAndIsAsOldAsItIs() {
        headers.add("traceparent", TRACE);

        Record<byte[], byte[]> arrived = arriveBeforeAll();

        assertThat(arrived.timestamp()).isZero();
        assertThat(RecordTimes.takeWritten(arrived)).isEqualTo(WRITTEN);
        assertThat(arrived.headers().toArray()).hasSize(1);
        assertThat(arrived.headers().lastHeader("traceparent").value()).isEqualTo(TRACE);
    }

    @Test
    void aRawRecordHasTheTimeThatItHas() {
        headers.add("news-written", TRACE);
        var raw = new Record<>(TRACE, TRACE, WRITTEN, headers);

        assertThat(RecordTimes.takeWritten(raw)).isEqualTo(WRITTEN);
        assertThat(raw.headers().toArray()).hasSize(1);
    }

    private Record<byte[], byte[]> arriveBeforeAll() {
        var answer =
                new ConsumerRecord<Object, Object>(
                        "answers",
                        0,
                        0,
                        WRITTEN,
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        TRACE,
                        TRACE,
                        headers,
                        Optional.empty());
        long time = RecordTimes.beforeAll().extract(answer, 0);
        return new Record<>(TRACE, TRACE, time, answer.headers());
    }
}

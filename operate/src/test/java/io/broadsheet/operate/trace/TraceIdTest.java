package io.broadsheet.operate.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which trace a record belongs to. */
class TraceIdTest {

    @ParameterizedTest
    @CsvSource({
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01, 4bf92f3577b34da6a3ce929d0e0e4736",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00, 4bf92f3577b34da6a3ce929d0e0e4736",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01,",
        "00-trace,",
        "4bf92f3577b34da6a3ce929d0e0e4736,"
    })
    void isTheSecondPartOfItsHeader(String header, String id) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 0, null, null);
        record.headers().add("traceparent", header.getBytes(StandardCharsets.UTF_8));

        assertThat(TraceId.of(record)).isEqualTo(Optional.ofNullable(id));
    }
}

package io.broadsheet.operate.letters;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How a tool writes into headers what went wrong with the record that it put into a dead letter
 * topic (CONVENTIONS section 5). Numbers are text, or, as Spring writes them, big-endian binary.
 */
public enum HeaderFamily {
    /** Kafka Streams (KIP-1034). */
    STREAMS("__streams.errors.", "", "exception", "message", "stacktrace"),
    /** Kafka Connect. */
    CONNECT(
            "__connect.errors.",
            "",
            "exception.class.name",
            "exception.message",
            "exception.stacktrace"),
    /** Spring for Apache Kafka. */
    SPRING(
            "kafka_dlt-",
            "original-",
            "exception-fqcn",
            "exception-message",
            "exception-stacktrace"),
    /** Share groups. */
    SHARE("_dlq.errors.", "", "exception", "message", "stacktrace");

    private final String prefix;
    private final String originPrefix;
    private final String exception;
    private final String message;
    private final String stackTrace;

    HeaderFamily(
            String prefix,
            String originPrefix,
            String exception,
            String message,
            String stackTrace) {
        this.prefix = prefix;
        this.originPrefix = originPrefix;
        this.exception = exception;
        this.message = message;
        this.stackTrace = stackTrace;
    }

    /** The family that these headers are of; empty if they are of none. */
    public static Optional<HeaderFamily> of(Headers headers) {
        return Arrays.stream(values()).filter(family -> family.isIn(headers)).findFirst();
    }

    /** Whether a header is one of ours, and none of the original. */
    public boolean owns(String header) {
        return header.startsWith(prefix);
    }

    private boolean isIn(Headers headers) {
        for (Header header : headers) {
            if (owns(header.key())) {
                return true;
            }
        }
        return false;
    }

    /** Topic of the original. */
    public Optional<String> topic(Headers headers) {
        return text(headers, originPrefix + "topic");
    }

    /** Partition of the original. */
    public Optional<Long> partition(Headers headers) {
        return number(headers, originPrefix + "partition");
    }

    /** Offset of the original. */
    public Optional<Long> offset(Headers headers) {
        return number(headers, originPrefix + "offset");
    }

    /** Timestamp of the original, milliseconds since 1970. */
    public Optional<Long> timestamp(Headers headers) {
        return number(headers, originPrefix + "timestamp");
    }

    /** Class of the exception. */
    public Optional<String> exception(Headers headers) {
        return text(headers, exception);
    }

    /** Its message. */
    public Optional<String> message(Headers headers) {
        return text(headers, message);
    }

    /** Its stack trace. */
    public Optional<String> stackTrace(Headers headers) {
        return text(headers, stackTrace);
    }

    private Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(value(headers, name))
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private Optional<Long> number(Headers headers, String name) {
        return Optional.ofNullable(value(headers, name)).flatMap(HeaderFamily::number);
    }

    private byte @Nullable [] value(Headers headers, String name) {
        Header header = headers.lastHeader(prefix + name);
        return header == null ? null : header.value();
    }

    private static Optional<Long> number(byte[] value) {
        String text = new String(value, StandardCharsets.UTF_8);
        if (text.matches("\\d{1,18}")) {
            return Optional.of(Long.parseLong(text));
        }
        return switch (value.length) {
            case Integer.BYTES -> Optional.of((long) ByteBuffer.wrap(value).getInt());
            case Long.BYTES -> Optional.of(ByteBuffer.wrap(value).getLong());
            default -> Optional.empty();
        };
    }
}

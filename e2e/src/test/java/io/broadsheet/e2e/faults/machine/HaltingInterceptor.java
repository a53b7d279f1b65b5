package io.broadsheet.e2e.faults.machine;

import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Halts its process at a chosen moment, as a kill would: before a record is sent, or once it is
 * acknowledged. It is put into a service by Kafka's own setting, and waits for a file.
 */
public final class HaltingInterceptor implements ProducerInterceptor<byte[], byte[]> {

    /** System property of the service: the directory that the file will be in. */
    public static final String DIRECTORY = "faults.halt";

    private static final int KILLED = 137;

    private final Path directory = Path.of(System.getProperty(DIRECTORY, "."));

    /** When to halt. */
    public enum Moment {
        /** A record is about to be sent. */
        BEFORE_SEND,
        /** A record has been acknowledged, and its transaction is not committed. */
        AFTER_ACKNOWLEDGEMENT;

        /** Lays the trap. */
        public void lay(Path directory) {
            try {
                Files.writeString(directory.resolve(name()), "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Takes it away again.
         *
         * @return whether it was still there; if not, it has sprung
         */
        public boolean clear(Path directory) {
            return deleted(directory.resolve(name()));
        }
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        haltIf(Moment.BEFORE_SEND);
        return record;
    }

    @Override
    public void onAcknowledgement(
            @Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (exception == null) {
            haltIf(Moment.AFTER_ACKNOWLEDGEMENT);
        }
    }

    private void haltIf(Moment moment) {
        Path file = directory.resolve(moment.name());
        if (Files.exists(file) && deleted(file)) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> settings) {}
}

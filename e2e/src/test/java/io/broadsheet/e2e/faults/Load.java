package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.e2e.faults.offer.Offer;
import io.broadsheet.e2e.faults.offer.OfferGenerator;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Offers at a steady rate: files into the inbox, bad records onto the raw topic. */
final class Load implements AutoCloseable {

    private static final long SECOND_MICROS = TimeUnit.SECONDS.toMicros(1);

    private final OfferGenerator generator;
    private final Path inbox;
    private final Book book;
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor();
    private Optional<Future<?>> running = Optional.empty();

    Load(OfferGenerator generator, Path inbox, Book book, String bootstrapServers) {
        this.generator = generator;
        this.inbox = inbox;
        this.book = book;
        this.producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                                120_000),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Begins, and goes on until it is closed. */
    void start(int perSecond) {
        running =
                Optional.of(
                        beat.scheduleAtFixedRate(
                                () -> generated().forEach(this::offer),
                                0,
                                SECOND_MICROS / perSecond,
                                TimeUnit.MICROSECONDS));
    }

    /** Offers an article for each partition at once; they tell whether all is well. */
    List<Offer> probe(int partitions) {
        List<Offer> probes;
        synchronized (generator) {
            probes = generator.probes(partitions);
        }
        probes.forEach(this::offer);
        return probes;
    }

    private List<Offer> generated() {
        synchronized (generator) {
            return generator.next();
        }
    }

    private void offer(Offer offer) {
        book.invoke(offer);
        if (offer.label().kind() == Kind.BAD_RECORD) {
            send(offer);
        } else {
            put(inbox, offer.name(), offer.content());
        }
    }

    /** Appears at once, whole. */
    static void put(Path inbox, String name, byte[] content) {
        try {
            Path whole = Files.write(inbox.resolve("." + name + ".tmp"), content);
            Files.move(
                    whole,
                    inbox.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(Offer offer) {
        var record = new ProducerRecord<>(Topics.RAW.name(), offer.name(), offer.content());
        Future<?> sent =
                producer.send(
                        record,
                        (metadata, error) -> {
                            if (error == null) {
                                book.acknowledged(
                                        offer,
                                        new Place(
                                                metadata.topic(),
                                                metadata.partition(),
                                                metadata.offset()));
                            } else {
                                book.unknown(offer, error);
                            }
                        });
        if (sent.isCancelled()) {
            throw new IllegalStateException("nobody cancels it");
        }
    }

    /** Ends, and complains if it had ended by itself. */
    @Override
    public void close() {
        beat.shutdownNow();
        beat.close();
        producer.close();
        running.filter(Future::isDone).ifPresent(Load::complain);
    }

    private static void complain(Future<?> ended) {
        try {
            if (!ended.isCancelled()) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load ended early", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

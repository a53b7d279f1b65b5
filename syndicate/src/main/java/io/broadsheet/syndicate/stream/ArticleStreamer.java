package io.broadsheet.syndicate.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.tail.Entry;
import io.broadsheet.syndicate.tail.History;
import io.broadsheet.syndicate.tail.Positions;
import io.broadsheet.syndicate.tail.TopicTail;
import io.broadsheet.syndicate.tail.Window;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One stream: what is missing from Kafka, then what comes from memory. Lives on one thread. */
final class ArticleStreamer {

    private static final Duration RETRY = Duration.ofSeconds(3);

    private final StreamRequest request;
    private final TopicTail tail;
    private final EventWriter writer;
    private final Duration heartbeat;
    private final Consumer<String> sent;
    private Positions positions;

    /**
     * @param sent hears the type of each event that was sent
     */
    ArticleStreamer(
            StreamRequest request,
            TopicTail tail,
            EventWriter writer,
            Duration heartbeat,
            Consumer<String> sent) {
        this.request = request;
        this.tail = tail;
        this.writer = writer;
        this.heartbeat = heartbeat;
        this.sent = sent;
        // Whoever is sent away before anything was read keeps the place that he came with.
        this.positions =
                request.start() instanceof StreamRequest.Start.Behind(Positions behind)
                        ? behind
                        : Positions.none();
    }

    /** Streams from there until it ends, and says why if it can. */
    Ending stream(Window.Place place) {
        return untilEnd(() -> follow(opened(place)));
    }

    /**
     * Streams from where the request says, which is not in memory any more.
     *
     * @param caughtUp is run when the rest is in memory
     */
    Ending catchUp(Runnable caughtUp) {
        return untilEnd(() -> {
            Window.Place place = caughtUp();
            caughtUp.run();
            return follow(place);
        });
    }

    private Ending untilEnd(Stretch stretch) {
        try {
            Ending ending = withoutOutage(stretch);
            writer.event("bye", positions, told(ending));
            return ending;
        } catch (IOException _) {
            return writer.isStalled() ? Ending.STALLED : Ending.LEFT;
        } catch (InterruptedException | InterruptException _) {
            Thread.currentThread().interrupt();
            return writer.isStalled() ? Ending.STALLED : Ending.STOPPING;
        }
    }

    private static Ending withoutOutage(Stretch stretch) throws IOException, InterruptedException {
        try {
            return stretch.run();
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException _) {
            return Ending.OUTAGE;
        }
    }

    /** A stream, while it goes well. */
    private interface Stretch {
        Ending run() throws IOException, InterruptedException;
    }

    private Window.Place opened(Window.Place place) throws IOException {
        positions = place.positions();
        writer.open(positions, RETRY);
        return place;
    }

    /** Reads from Kafka until it is where memory begins. */
    private Window.Place caughtUp() throws IOException {
        try (History history = history()) {
            positions = history.positions();
            writer.open(positions, RETRY);
            Optional<Window.Place> place = tail.window().from(history.positions());
            while (place.isEmpty() && !tail.window().isClosed()) {
                pass(history.read());
                // Beyond the last record too: behind it may lie what no reader ever sees.
                positions = history.positions();
                beatIfSilent();
                place = tail.window().from(positions);
            }
            return place.orElseGet(tail.window()::atEnd);
        }
    }

    private History history() {
        return switch (request.start()) {
            case StreamRequest.Start.Behind(Positions behind) -> History.from(tail.log(), behind);
            case StreamRequest.Start.Since(var time) -> History.since(tail.log(), time);
            case StreamRequest.Start.Now _ -> History.from(tail.log(), tail.window().end());
        };
    }

    private Ending follow(Window.Place place) throws IOException, InterruptedException {
        long next = place.next();
        while (true) {
            Optional<List<Entry>> entries = tail.window().read(next, untilHeartbeat());
            if (tail.window().isClosed()) {
                return Ending.STOPPING;
            }
            if (entries.isEmpty()) {
                return Ending.SLOW;
            }
            next += entries.get().size();
            pass(entries.get());
            beatIfSilent();
        }
    }

    private Duration untilHeartbeat() {
        Duration left = heartbeat.minus(writer.silence());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void beatIfSilent() throws IOException {
        if (writer.silence().compareTo(heartbeat) >= 0) {
            writer.heartbeat(positions);
        }
    }

    private void pass(List<Entry> entries) throws IOException {
        for (Entry entry : entries) {
            Entry.Mark mark = entry.mark();
            if (mark.offset() >= positions.of(mark.partition())) {
                positions = positions.with(mark.partition(), mark.offset() + 1);
                send(entry);
            }
        }
    }

    private void send(Entry entry) throws IOException {
        if (entry.article().isEmpty()) {
            send("retracted", gone(entry.mark().articleId()));
        } else if (request.filter().takes(entry.article().get())) {
            String type =
                    ArticleFilter.isRetraction(entry.article().get()) ? "retracted" : "article";
            send(type, entry.written(request.form()).orElseThrow());
        }
    }

    private void send(String type, String data) throws IOException {
        writer.event(type, positions, data);
        sent.accept(type);
    }

    private static String gone(String articleId) {
        return JsonNodeFactory.instance.objectNode().put("articleId", articleId).toString();
    }

    private static String told(Ending ending) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("reason", ending.label())
                .put("detail", ending.told())
                .toString();
    }
}

package io.broadsheet.embedded.subscribe;

import io.broadsheet.schemas.subscribe.ArticleStream;
import io.broadsheet.schemas.subscribe.Delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A subscriber in a process of its own that writes each articleId to a file, and dies as if killed
 * while it handles one.
 */
final class HaltingSubscriber {

    private static final int KILLED = 137;

    private final Path file;
    private final int last;
    private int handled;

    private HaltingSubscriber(Path file, int last) {
        this.file = file;
        this.last = last;
    }

    /**
     * Starts it.
     *
     * @param stream bootstrap servers, registry, group
     * @param file what it writes to
     * @param last the delivery that it does not survive, from 1
     */
    static Process start(List<String> stream, Path file, int last) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaltingSubscriber.class.getName(),
                        stream.get(0),
                        stream.get(1),
                        stream.get(2),
                        file.toString(),
                        Integer.toString(last))
                .inheritIO()
                .start();
    }

    static void main(String[] arguments) {
        var subscriber =
                new HaltingSubscriber(Path.of(arguments[3]), Integer.parseInt(arguments[4]));
        try (var articles =
                ArticleStream.builder(arguments[0], arguments[1], arguments[2])
                        .with("max.poll.records", "100")
                        // The same member after each death: nobody has to find out that it is dead.
                        .with("group.instance.id", "subscriber")
                        .open()) {
            articles.forEach(subscriber::handle);
        }
    }

    private void handle(Delivery delivery) throws IOException {
        handled++;
        if (handled == last) {
            Runtime.getRuntime().halt(KILLED);
        }
        Files.writeString(
                file,
                delivery.articleId() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}

package io.broadsheet.app.pipeline;

import io.broadsheet.operate.report.UserMistake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one installation keeps everything.
 *
 * @param root the directory a user names with {@code --data}
 */
public record DataDirectory(Path root) {

    /** The directory, made if missing, by its real path, since services compare paths. */
    public static DataDirectory open(Path root) {
        try {
            return new DataDirectory(Files.createDirectories(root).toRealPath());
        } catch (IOException e) {
            throw new UserMistake("the data directory " + root + " cannot be made: " + e);
        }
    }

    /** Of the broker, the registry's topic included. */
    Path kafka() {
        return root.resolve("kafka");
    }

    /** Of Kafka Streams: may be deleted, it is restored from Kafka. */
    Path state() {
        return root.resolve("state");
    }

    /** Payloads too large for a record. */
    Path claims() {
        return root.resolve("claims");
    }

    /** The SQLite store. */
    public Path database() {
        return root.resolve("articles.db");
    }

    /** What was logged. */
    public Path logs() {
        return root.resolve("logs");
    }
}

package io.broadsheet.bench.posts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files of a collection that keeps the large ones compressed. */
final class Inflated {

    private Inflated() {}

    /** The bytes of a file, inflated if its name ends in {@code .gz}. */
    static byte[] bytes(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (var inflated = new GZIPInputStream(Files.newInputStream(file))) {
            return inflated.readAllBytes();
        }
    }
}

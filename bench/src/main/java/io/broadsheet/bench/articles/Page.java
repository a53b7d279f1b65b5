package io.broadsheet.bench.articles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A page as it was got.
 *
 * @param name of its file, within its collection
 * @param url that it was got from, if that is known
 * @param bytes of the page, decompressed
 */
record Page(String name, Optional<String> url, byte[] bytes) {

    /** Reads a file, which is compressed if its name ends so. */
    static Page read(String name, Optional<String> url, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Page(name, url, file.toString().endsWith(".gz") ? inflated(bytes) : bytes);
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}

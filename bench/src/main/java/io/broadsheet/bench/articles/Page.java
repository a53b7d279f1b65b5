package io.broadsheet.bench.articles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A page as it was got. */
final class Page {

    private final String name;
    private final Optional<String> url;
    private final byte[] bytes;

    private Page(String name, Optional<String> url, byte[] bytes) {
        this.name = name;
        this.url = url;
        this.bytes = bytes;
    }

    /**
     * Reads a file, which is compressed if its name ends so.
     *
     * @param name of the page within its collection
     * @param url that it was got from, if that is known
     */
    static Page read(String name, Optional<String> url, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Page(name, url, file.toString().endsWith(".gz") ? inflated(bytes) : bytes);
    }

    private static byte[] inflated(byte[] bytes) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    String name() {
        return name;
    }

    /** That it was got from, if that is known. */
    Optional<String> url() {
        return url;
    }

    /** The page, decompressed; not to be changed. */
    byte[] bytes() {
        return bytes;
    }
}

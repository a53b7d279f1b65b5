package io.broadsheet.web.url;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A list that is kept by hand beside these classes; its head says of what and since when. */
final class KeptList {

    private KeptList() {}

    /** Its lines without comments and empty ones. */
    static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(KeptList.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

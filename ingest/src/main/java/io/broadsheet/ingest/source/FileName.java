package io.broadsheet.ingest.source;

import java.net.URI;
import java.nio.file.Path;

/**
 * The last part of a path as text. {@link Path#toString()} would decode it by the process's locale
 * and lose what the locale cannot say; a URI keeps the bytes, which are UTF-8 nearly everywhere.
 */
public final class FileName {

    private FileName() {}

    /** The name of a file or directory, U+FFFD for bytes that are not UTF-8. */
    public static String of(Path path) {
        URI uri = path.toUri();
        String whole = uri.getPath() == null ? path.toString() : uri.getPath();
        String trimmed = whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}

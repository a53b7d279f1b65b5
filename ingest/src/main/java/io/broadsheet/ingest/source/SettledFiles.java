package io.broadsheet.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells which files of an inbox are complete: nobody has written to them for a while, by their size
 * and time on two looks, or by their time alone on the first. Files named {@code *.tmp} are not
 * looked at. What was offered once is offered again only when it has changed. Used by one thread.
 */
public final class SettledFiles {

    private record Look(long size, Instant modified, Instant since, boolean offered) {}

    private final Duration quiet;
    private Map<Path, Look> looks = new HashMap<>();

    /**
     * @param quiet how long nothing must have happened to a file
     */
    public SettledFiles(Duration quiet) {
        this.quiet = quiet;
    }

    /** The files that are complete now and were not offered before; remembers only what it saw. */
    public List<SourceFile> among(Iterable<SourceFile> found, Instant now) {
        List<SourceFile> settled = new ArrayList<>();
        Map<Path, Look> seen = new HashMap<>();
        for (SourceFile file : found) {
            if (isTemporary(file)) {
                continue;
            }
            Look look = look(file, now);
            boolean offer = !look.offered && !look.since.plus(quiet).isAfter(now);
            if (offer) {
                settled.add(file);
            }
            seen.put(
                    file.path(),
                    new Look(look.size, look.modified, look.since, look.offered || offer));
        }
        looks = seen;
        return settled;
    }

    private Look look(SourceFile file, Instant now) {
        BasicFileAttributes attributes;
        try {
            attributes =
                    Files.readAttributes(
                            file.path(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            // It is gone again, or closed to us; if it stays, the reader says so.
            return looks.getOrDefault(file.path(), new Look(-1, now, now, false));
        }
        Instant modified = attributes.lastModifiedTime().toInstant();
        Look before = looks.get(file.path());
        if (before != null
                && before.size == attributes.size()
                && before.modified.equals(modified)) {
            return before;
        }
        boolean old = before == null && modified.plus(quiet).isBefore(now);
        return new Look(attributes.size(), modified, old ? modified : now, false);
    }

    private static boolean isTemporary(SourceFile file) {
        return FileName.of(file.path()).toLowerCase(Locale.ROOT).endsWith(".tmp");
    }
}

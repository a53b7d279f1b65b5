package io.broadsheet.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads a regular file whole, if it is small enough and holds still. */
final class FileBytes {

    /** What came of it. */
    sealed interface Result {
        /** All bytes. */
        @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
        record Whole(byte[] bytes) implements Result {}

        /** More bytes than allowed. */
        record TooLarge(long size) implements Result {}

        /** Somebody wrote to it meanwhile, or put another in its place. */
        record Changed() implements Result {}
    }

    private FileBytes() {}

    /**
     * @throws IOException if it cannot be opened or read
     */
    static Result read(Path file, int bytesMax) throws IOException {
        BasicFileAttributes before = attributes(file);
        if (before.size() > bytesMax) {
            return new Result.TooLarge(before.size());
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes((int) before.size() + 1);
        }
        return bytes.length == before.size() && same(before, attributes(file))
                ? new Result.Whole(bytes)
                : new Result.Changed();
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean same(BasicFileAttributes before, BasicFileAttributes after) {
        return after.isRegularFile()
                && before.size() == after.size()
                && before.lastModifiedTime().equals(after.lastModifiedTime())
                && Objects.equals(before.fileKey(), after.fileKey());
    }
}

package io.broadsheet.ingest.source;

import io.broadsheet.runtime.failure.Rejection;

import java.nio.file.Path;

/** A file as a walk found it: one that may be opened, or one that may not and why. */
public sealed interface SourceFile {

    /** Where it is, absolute. */
    Path path();

    /**
     * The file's URI, such as {@code file:///posts/a.md}: its name in everything that leaves this
     * module. Made from the bytes of the name, so it is right in every locale.
     */
    default String url() {
        return path().toUri().toString();
    }

    /**
     * A regular file.
     *
     * @param path where it really is: no part of it is a link
     * @param name its last part as it was found
     */
    record Regular(Path path, String name) implements SourceFile {}

    /**
     * Something that is not opened.
     *
     * @param path where it was found
     * @param rejection why it stays closed
     */
    record Refused(Path path, Rejection rejection) implements SourceFile {}
}

package io.broadsheet.app.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output for results, standard error for everything said beside them, both in UTF-8
 * whatever the locale.
 *
 * @param out results
 * @param err progress and complaints
 * @param terminal whether a person is watching
 */
public record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    /** The streams of this process. */
    public static Console ofProcess() {
        return new Console(
                writer(FileDescriptor.out, false),
                writer(FileDescriptor.err, true),
                Optional.ofNullable(System.console())
                        .filter(java.io.Console::isTerminal)
                        .isPresent());
    }

    private static PrintWriter writer(FileDescriptor descriptor, boolean flushed) {
        var bytes = new FileOutputStream(descriptor);
        return new PrintWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), flushed);
    }
}

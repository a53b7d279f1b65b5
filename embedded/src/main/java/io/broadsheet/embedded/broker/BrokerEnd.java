package io.broadsheet.embedded.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is said when the broker ends itself and the process with it. */
final class BrokerEnd {

    private static final long MEBIBYTE = 1024 * 1024;

    private BrokerEnd() {}

    /** Where, how much room there is, and what to do. */
    static String words(Path directory) {
        return "the broker ended itself, and this process with it,"
                + " as it does where it cannot write to "
                + directory.toAbsolutePath()
                + room(directory)
                + "; its log says more. What was told as stored is safe. If the disk is full or"
                + " broken, make room or mend it, and start again";
    }

    private static String room(Path directory) {
        try {
            return ", where %d MiB are free"
                    .formatted(Files.getFileStore(directory).getUsableSpace() / MEBIBYTE);
        } catch (IOException _) {
            return "";
        }
    }
}

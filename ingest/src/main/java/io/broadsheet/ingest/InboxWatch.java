package io.broadsheet.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Waits until something may have happened in a directory: the file system says so, or it is time to
 * look anyway, because it does not say everything, and nothing about directories below.
 */
final class InboxWatch implements AutoCloseable {

    private final WatchService watcher;

    /**
     * @param inbox made if missing
     */
    InboxWatch(Path inbox) throws IOException {
        Files.createDirectories(inbox);
        watcher = inbox.getFileSystem().newWatchService();
        inbox.register(
                watcher,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY);
    }

    /** Returns when something happened, or after the longest wait, or when interrupted. */
    void await(Duration longest) throws InterruptedException {
        WatchKey key = watcher.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}

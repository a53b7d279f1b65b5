package io.broadsheet.embedded.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sole ownership of a data directory, held until closed or until this process ends, however it
 * ends. It must be taken before Kafka opens anything: Kafka's own lock comes so late that a second
 * broker has damaged the first by then.
 */
public final class DirectoryLock implements AutoCloseable {

    /**
     * Directories held by this process. Static, because what it mirrors is the process's: closing
     * any channel to a locked file releases the lock of the whole process on POSIX systems, so a
     * second attempt must be refused before it opens the file.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private static final String FILE = "owner.lock";

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /**
     * Takes the directory, making it if it is missing.
     *
     * @throws EmbeddedStartException if another process, or another part of this one, holds it, or
     *     if it cannot be written
     */
    public static DirectoryLock take(Path directory) {
        try {
            Path real = Files.createDirectories(directory).toRealPath();
            if (!HELD.add(real)) {
                throw inUse(real, "this process (pid " + ProcessHandle.current().pid() + ")");
            }
            return lockOrForget(real);
        } catch (IOException e) {
            throw new EmbeddedStartException(
                    "The data directory %s cannot be used: %s. Choose a directory that you may write to."
                            .formatted(directory, e),
                    e);
        }
    }

    /** Gives the directory back. Closing twice is closing once. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            HELD.remove(directory);
        }
    }

    private static DirectoryLock lockOrForget(Path directory) throws IOException {
        boolean locked = false;
        try {
            var lock = new DirectoryLock(directory, lock(directory));
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                HELD.remove(directory);
            }
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw inUse(directory, owner(file));
        }
        channel.truncate(0);
        String pid = Long.toString(ProcessHandle.current().pid());
        channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
        return channel;
    }

    private static String owner(Path file) throws IOException {
        String pid = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        return pid.isEmpty() ? "another process" : "process " + pid;
    }

    private static EmbeddedStartException inUse(Path directory, String owner) {
        return new EmbeddedStartException(
                "The data directory %s is in use by %s. Stop that one first, or choose another directory."
                        .formatted(directory, owner));
    }
}

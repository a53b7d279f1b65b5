package io.broadsheet.embedded.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One owner at a time, seen from this process and from another. */
class DirectoryLockTest {

    @TempDir Path directory;

    @Test
    void theSecondOwnerInTheSameProcessIsRefusedAndTheFirstKeepsIt() throws IOException {
        String pid = Long.toString(ProcessHandle.current().pid());
        try (var _ = DirectoryLock.take(directory)) {
            assertThatExceptionOfType(EmbeddedStartException.class)
                    .isThrownBy(
                            () -> DirectoryLock.take(directory.resolve("../.").resolve(directory)))
                    .withMessageContaining(directory.toRealPath().toString())
                    .withMessageContaining(pid);
            assertThat(LockProbe.run(directory)).contains("in use by process " + pid);
        }
    }

    @Test
    void aDirectoryThatWasGivenBackCanBeTakenAgain() throws IOException {
        DirectoryLock first = DirectoryLock.take(directory);
        first.close();
        first.close();
        try (var _ = DirectoryLock.take(directory)) {
            assertThat(LockProbe.run(directory)).contains("in use");
        }
        assertThat(LockProbe.run(directory)).isEqualTo("taken");
    }

    @Test
    void aDirectoryThatIsAFileIsRefusedWithAdvice() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatExceptionOfType(EmbeddedStartException.class)
                .isThrownBy(() -> DirectoryLock.take(file))
                .withMessageContaining(file.toString())
                .withMessageContaining("Choose a directory");
    }
}

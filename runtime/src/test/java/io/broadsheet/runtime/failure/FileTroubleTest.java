package io.broadsheet.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What an operator is told of a file that cannot be read. */
class FileTroubleTest {

    @TempDir private Path directory;

    @Test
    void aMissingFileIsCalledMissing() {
        assertThat(ofReading(directory.resolve("none"))).isEqualTo("there is no such file");
    }

    @Test
    void whatTheSystemSaysIsPassedOn() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(ofReading(directory)).isEqualTo("is a directory");
        assertThat(ofReading(file.resolve("below"))).isEqualTo("not a directory");
    }

    @Test
    void bytesThatAreNoTextAreSaidToBeNone() throws IOException {
        Path file = directory.resolve("latin");
        Files.write(file, "caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(ofReading(file)).isEqualTo("it is no text in UTF-8");
    }

    @Test
    void rightsAreNamedAndWithoutAReasonTheKindIs() {
        assertThat(FileTrouble.words(new AccessDeniedException("x"))).contains("rights");
        assertThat(FileTrouble.words(new FileSystemException("x")))
                .isEqualTo("FileSystemException");
        assertThat(FileTrouble.words(new IOException())).isEqualTo("IOException");
    }

    private static String ofReading(Path file) {
        return FileTrouble.words(
                catchThrowableOfType(IOException.class, () -> Files.readString(file)));
    }
}

package io.broadsheet.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.broadsheet.runtime.failure.FailureCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a walk finds, and what it will not open. */
class FileSourceTest {

    @TempDir private Path directory;

    @Test
    void aDirectoryIsWalkedInNameOrder() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Files.createDirectories(root.resolve("b/deep"));
        Files.writeString(root.resolve("b/deep/1.md"), "x");
        Files.writeString(root.resolve("c.md"), "x");
        Files.writeString(root.resolve("a.md"), "x");
        Files.writeString(root.resolve(".hidden"), "x");
        Files.createDirectories(root.resolve(".git"));
        Files.writeString(root.resolve(".git/d.md"), "x");

        assertThat(names(root)).containsExactly("a.md", "1.md", "c.md");
    }

    @Test
    void filesAreTakenInTheOrderGiven() throws IOException {
        Path one = Files.writeString(directory.resolve("z.md"), "x");
        Path two = Files.writeString(directory.resolve(".a.md"), "x");

        assertThat(names(one, two)).containsExactly("z.md", ".a.md");
    }

    @Test
    void aLinkOutOfTheDirectoryIsRefused() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Path secret = Files.writeString(directory.resolve("secret.md"), "x");
        Files.createSymbolicLink(root.resolve("a.md"), secret);
        Files.createSymbolicLink(root.resolve("b"), directory);

        assertThat(codes(root))
                .containsExactly(FailureCode.PATH_OUTSIDE_ROOT, FailureCode.PATH_OUTSIDE_ROOT);
    }

    @Test
    void aLinkInsideTheDirectoryIsFollowedToAFileButNotToADirectory() throws IOException {
        Path root = Files.createDirectory(directory.resolve("root"));
        Path below = Files.createDirectory(root.resolve("below"));
        Path file = Files.writeString(below.resolve("file.md"), "x");
        Files.createSymbolicLink(root.resolve("link.md"), file);
        Files.createSymbolicLink(root.resolve("loop"), root);

        assertThat(names(root)).containsExactly("file.md", "link.md");
    }

    @Test
    void aPipeIsRefusedWithoutBeingOpened() throws Exception {
        Path pipe = directory.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

        assertThat(codes(directory)).containsExactly(FailureCode.FILE_NOT_REGULAR);
    }

    @Test
    void whatIsNotThereIsUnreadable() throws IOException {
        Files.createSymbolicLink(directory.resolve("broken"), directory.resolve("nowhere"));

        assertThat(codes(directory)).containsExactly(FailureCode.FILE_UNREADABLE);
        assertThat(codes(directory.resolve("missing.md")))
                .containsExactly(FailureCode.FILE_UNREADABLE);
    }

    @Test
    void aNameThatIsNotAsciiIsItself() throws IOException {
        Path file;
        try {
            file = Files.writeString(directory.resolve("河谷.md"), "x");
        } catch (InvalidPathException e) {
            assumeTrue(false, "this JVM's locale cannot name the file");
            return;
        }
        assertThat(names(file)).containsExactly("河谷.md");
    }

    private static List<String> names(Path... paths) {
        List<String> names = new ArrayList<>();
        for (SourceFile file : new FileSource(List.of(paths))) {
            assertThat(file).isInstanceOf(SourceFile.Regular.class);
            names.add(((SourceFile.Regular) file).name());
        }
        return names;
    }

    private static List<FailureCode> codes(Path... paths) {
        List<FailureCode> codes = new ArrayList<>();
        for (SourceFile file : new FileSource(List.of(paths))) {
            assertThat(file).isInstanceOf(SourceFile.Refused.class);
            codes.add(((SourceFile.Refused) file).rejection().code());
        }
        return codes;
    }
}

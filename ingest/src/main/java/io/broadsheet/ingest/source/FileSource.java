package io.broadsheet.ingest.source;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.runtime.failure.Rejection;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Files and directories, walked depth first, each directory in the order of its names. Links to
 * files are followed as long as they stay inside the directory that was given; links to directories
 * never. Names that begin with a dot are passed over inside directories, not when they are given.
 */
public final class FileSource implements Iterable<SourceFile> {

    private final List<Path> roots;

    /**
     * @param roots files and directories, in the order they shall be read
     */
    public FileSource(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** A walk from the start. It holds the names of one directory of each level, no more. */
    @Override
    public Iterator<SourceFile> iterator() {
        return new Walk(roots);
    }

    /** What a path directly in an inbox is, judged as a walk from the inbox would. */
    public static Optional<SourceFile> judge(Path root, Path file) {
        try {
            return Walk.judge(root.toRealPath(), file);
        } catch (IOException e) {
            return Optional.of(unreadable(file, e));
        }
    }

    private static SourceFile unreadable(Path path, IOException cause) {
        return refused(path, FailureCode.FILE_UNREADABLE, FileTrouble.words(cause));
    }

    private static SourceFile refused(Path path, FailureCode code, String detail) {
        Path absolute = path.toAbsolutePath();
        return new SourceFile.Refused(
                absolute, new Rejection(code, FileName.of(absolute) + ": " + detail));
    }

    /** One pass over the roots. */
    private static final class Walk implements Iterator<SourceFile> {

        private record Step(Path root, Path path, String name, boolean given) {}

        private final Deque<Iterator<Step>> levels = new ArrayDeque<>();
        private Optional<SourceFile> next = Optional.empty();

        Walk(List<Path> roots) {
            levels.push(roots.stream().map(p -> new Step(p, p, "", true)).iterator());
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && !levels.isEmpty()) {
                if (levels.element().hasNext()) {
                    next = visit(levels.element().next());
                } else {
                    levels.pop();
                }
            }
            return next.isPresent();
        }

        @Override
        public SourceFile next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            SourceFile found = next.orElseThrow();
            next = Optional.empty();
            return found;
        }

        private Optional<SourceFile> visit(Step step) {
            try {
                return step.given() ? visitGiven(step.path()) : visitFound(step);
            } catch (IOException e) {
                return Optional.of(unreadable(step.path(), e));
            }
        }

        /** What the user names may be a link: it is taken for what it points to. */
        private Optional<SourceFile> visitGiven(Path given) throws IOException {
            Path real = given.toRealPath();
            if (Files.isDirectory(real)) {
                enter(real, real);
                return Optional.empty();
            }
            return judge(real, real);
        }

        private Optional<SourceFile> visitFound(Step step) throws IOException {
            if (Files.isDirectory(step.path(), LinkOption.NOFOLLOW_LINKS)) {
                enter(step.root(), step.path());
                return Optional.empty();
            }
            return judge(step.root(), step.path());
        }

        private void enter(Path root, Path directory) throws IOException {
            List<Step> steps = new ArrayList<>();
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                for (Path entry : entries) {
                    String name = FileName.of(entry);
                    if (!name.startsWith(".")) {
                        steps.add(new Step(root, entry, name, false));
                    }
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            steps.sort(Comparator.comparing(Step::name));
            levels.push(steps.iterator());
        }

        static Optional<SourceFile> judge(Path root, Path path) throws IOException {
            Path real = path.toRealPath();
            if (!real.startsWith(root)) {
                return Optional.of(
                        refused(path, FailureCode.PATH_OUTSIDE_ROOT, "a link that leads outside"));
            }
            var attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (attributes.isDirectory()) {
                return Optional.empty();
            }
            return Optional.of(
                    attributes.isRegularFile()
                            ? new SourceFile.Regular(real, FileName.of(path))
                            : refused(path, FailureCode.FILE_NOT_REGULAR, "not a regular file"));
        }
    }
}

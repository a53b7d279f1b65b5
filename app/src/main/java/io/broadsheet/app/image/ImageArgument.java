package io.broadsheet.app.image;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What somebody named on the command line as an image. */
public sealed interface ImageArgument {

    /** More than one letter: {@code C:\picture.png} is a file. */
    Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    /** A file, there or not. */
    record OfFile(Path path) implements ImageArgument {}

    /** A URL as written, sound or not. */
    record OfUrl(String url) implements ImageArgument {}

    /**
     * Reads an argument: the name of a file that is there is that file; what has a scheme or begins
     * with two slashes is a URL. Anything else is a relative URL beside an article, and a file that
     * is missing without one.
     *
     * @param besideArticle whether the article is known that relative URLs stand in
     */
    static ImageArgument of(String text, boolean besideArticle) {
        Optional<Path> path = path(text);
        if (path.filter(Files::exists).isPresent()) {
            return new OfFile(path.get());
        }
        boolean url = besideArticle || text.startsWith("//") || SCHEME.matcher(text).matches();
        return url || path.isEmpty() ? new OfUrl(text) : new OfFile(path.get());
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}

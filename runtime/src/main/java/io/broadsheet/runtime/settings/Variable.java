package io.broadsheet.runtime.settings;

import io.broadsheet.runtime.failure.FileTrouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An environment variable, which may also name a file that holds its value, as secrets do. */
final class Variable {

    /** What follows the name of a variable that names a file. */
    static final String FILE = "_FILE";

    private Variable() {}

    /**
     * The value of the variable or of its file, which wins; empty if there is neither.
     *
     * @param problems gets a line if there is a file that cannot be read
     */
    static Optional<String> value(
            String name, Map<String, String> environment, List<String> problems) {
        String file = environment.get(name + FILE);
        if (file == null) {
            return Optional.ofNullable(environment.get(name));
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            problems.add(
                    "%s_FILE = %s: cannot be read: %s".formatted(name, file, FileTrouble.words(e)));
            return Optional.empty();
        }
    }
}

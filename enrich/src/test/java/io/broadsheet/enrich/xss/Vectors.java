package io.broadsheet.enrich.xss;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All vectors of vectors.txt. */
final class Vectors {

    private static final String FAMILY = "== ";
    private static final String COMMENT = "# ";

    private Vectors() {}

    /** In the order of the file, numbered from 1. */
    static List<Vector> all() {
        List<Vector> vectors = new ArrayList<>();
        Vector.Family family = new Vector.Family("none", false);
        for (String line : lines()) {
            if (line.startsWith(FAMILY)) {
                family = family(line);
            } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                for (String template : Template.choices(line)) {
                    vectors.add(Vector.of(vectors.size() + 1, family, template));
                }
            }
        }
        return vectors;
    }

    private static Vector.Family family(String line) {
        int bar = line.lastIndexOf('|');
        return new Vector.Family(
                line.substring(FAMILY.length(), bar).strip(),
                line.substring(bar + 1).strip().equals("fires"));
    }

    private static List<String> lines() {
        try (InputStream in =
                Objects.requireNonNull(Vectors.class.getResourceAsStream("vectors.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

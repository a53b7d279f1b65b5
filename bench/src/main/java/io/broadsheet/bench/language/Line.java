package io.broadsheet.bench.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A text of which the language is known.
 *
 * @param language primary subtag
 * @param aside whether it is of the third that nobody looks at while the step is made
 */
record Line(String language, String text, boolean aside) {

    private static final int PARTS = 3;

    /** The lines of a file: language, tab, text. */
    static List<Line> of(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                lines.add(new Line(line.substring(0, tab), line.substring(tab + 1), isAside(line)));
            }
        }
        return lines;
    }

    /** By a hash, so that a line stays where it is when others come or go. */
    private static boolean isAside(String line) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(line.getBytes(StandardCharsets.UTF_8));
            return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), PARTS) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}

package io.broadsheet.bench.dates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.runtime.digest.Sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One written date and what is expected of it.
 *
 * @param group of the score it belongs to
 * @param input as written
 * @param expected all that its line says
 */
record DateRow(String group, String input, JsonNode expected) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int HEX = "sha256:".length();

    /** All rows of a file, grouped by one of their fields. */
    static List<DateRow> in(Path file, String groupField) throws IOException {
        List<DateRow> rows = new ArrayList<>();
        String name = file.getFileName().toString().replace(".jsonl", "");
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode row = JSON.readTree(line);
                String group = row.path(groupField).asText();
                rows.add(
                        new DateRow((name + " " + group).strip(), row.path("input").asText(), row));
            }
        }
        return rows;
    }

    /** Whether the row is of the third that nobody looks at while rules are written. */
    boolean isKeptAside() {
        return Integer.parseInt(Sha256.tagged(input), HEX, HEX + 2, 16) % 3 == 0;
    }
}

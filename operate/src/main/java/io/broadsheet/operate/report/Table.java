package io.broadsheet.operate.report;

import java.util.ArrayList;
import java.util.List;

/** Rows under a head, in columns as wide as they need to be, two blanks apart. */
public final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    /**
     * @param head the names of the columns
     */
    public Table(String... head) {
        rows.add(List.of(head));
    }

    /** Adds a row, one cell a column. */
    public void add(Object... cells) {
        rows.add(List.of(cells).stream().map(Object::toString).toList());
    }

    /** The lines, the head first. */
    public List<String> lines() {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).repeat(' ', widths[column] - cell.length() + 2);
        }
        return line.toString().stripTrailing();
    }
}

package io.broadsheet.operate.letters;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes for people: offset, sixteen bytes in hexadecimal, and the same as ASCII. */
public final class Hexdump {

    private static final int ROW_BYTES = 16;
    private static final int SHOWN_BYTES_MAX = 4 * 1024;

    private Hexdump() {}

    /** The first four kibibytes of them, and how many more there are. */
    public static List<String> of(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int shown = Math.min(bytes.length, SHOWN_BYTES_MAX);
        for (int start = 0; start < shown; start += ROW_BYTES) {
            lines.add(row(bytes, start, Math.min(shown, start + ROW_BYTES)));
        }
        if (shown < bytes.length) {
            lines.add((bytes.length - shown) + " bytes more; --raw writes them all");
        }
        return lines;
    }

    private static String row(byte[] bytes, int start, int end) {
        var ascii = new StringBuilder();
        for (int i = start; i < end; i++) {
            ascii.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
        }
        String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, start, end);
        return "%08x  %-47s  %s".formatted(start, hex, ascii);
    }
}

package io.broadsheet.ingest.charset;

import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as the rest of the pipeline may take it: line ends are LF, no C0 control but TAB and LF, no
 * lone surrogate.
 *
 * @param controlsRemoved how many control characters were dropped
 * @param surrogatesReplaced how many lone surrogates became U+FFFD
 */
record CleanText(String text, int controlsRemoved, int surrogatesReplaced) {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int BLOCK_BYTES = 4_096;

    /** Text that needs no mending, which is most, is returned as it is. */
    static CleanText of(String text) {
        int dirty = firstDirty(text);
        return dirty < 0 ? new CleanText(text, 0, 0) : mend(text, dirty);
    }

    /**
     * The same for text that was decoded from these bytes as UTF-8, strictly: then there is no half
     * of a pair in it, and what may be dirty is told sooner by the bytes.
     */
    static CleanText ofUtf8(String text, byte[] bytes, int from) {
        return hasControls(bytes, from) ? of(text) : new CleanText(text, 0, 0);
    }

    /** In blocks without a way out, which the compiler makes fast. */
    private static boolean hasControls(byte[] bytes, int from) {
        for (int start = from; start < bytes.length; start += BLOCK_BYTES) {
            int end = Math.min(bytes.length, start + BLOCK_BYTES);
            int controls = 0;
            for (int i = start; i < end; i++) {
                int one = bytes[i];
                controls += one >= 0 && one < ' ' && one != '\n' && one != '\t' ? 1 : 0;
            }
            if (controls > 0) {
                return true;
            }
        }
        return false;
    }

    /** What was mended, as flags. */
    List<QualityFlag> flags() {
        List<QualityFlag> flags = new ArrayList<>();
        if (controlsRemoved > 0) {
            flags.add(flag("CONTROL_REMOVED", controlsRemoved));
        }
        if (surrogatesReplaced > 0) {
            flags.add(flag("SURROGATE_REPLACED", surrogatesReplaced));
        }
        return flags;
    }

    private static QualityFlag flag(String code, int count) {
        return QualityFlag.newBuilder()
                .setCode(code)
                .setSeverity(Severity.WARNING)
                .setDetail(Integer.toString(count))
                .build();
    }

    private static int firstDirty(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c < Character.MIN_SURROGATE) {
                continue;
            }
            if (c < ' ' && c != '\n' && c != '\t') {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (!pairAt(text, i)) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    private static CleanText mend(String text, int from) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, from);
        int controls = 0;
        int surrogates = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                appendLineEnd(text, i, out);
            } else if (c < ' ' && c != '\n' && c != '\t') {
                controls++;
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (pairAt(text, i)) {
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(REPLACEMENT);
                surrogates++;
            }
        }
        return new CleanText(out.toString(), controls, surrogates);
    }

    /** CR LF and a lone CR both end a line. */
    private static void appendLineEnd(String text, int at, StringBuilder out) {
        if (at + 1 == text.length() || text.charAt(at + 1) != '\n') {
            out.append('\n');
        }
    }

    private static boolean pairAt(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }
}

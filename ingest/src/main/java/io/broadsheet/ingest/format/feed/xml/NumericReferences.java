package io.broadsheet.ingest.format.feed.xml;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes have a numeric reference, an ampersand before a sign, eight bytes at a look. */
final class NumericReferences {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    private static final long SIGNS = '#' * ONES;

    private NumericReferences() {}

    static boolean areIn(byte[] bytes) {
        int at = 0;
        for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
            // A byte of zeros where there is the sign; borrowing makes its high bit set.
            long differing = (long) EIGHT.get(bytes, at) ^ SIGNS;
            boolean found = ((differing - ONES) & ~differing & HIGH_BITS) != 0;
            if (found && isIn(bytes, at, at + Long.BYTES)) {
                return true;
            }
        }
        return isIn(bytes, at, bytes.length);
    }

    private static boolean isIn(byte[] bytes, int from, int to) {
        for (int i = Math.max(1, from); i < to; i++) {
            if (bytes[i] == '#' && bytes[i - 1] == '&') {
                return true;
            }
        }
        return false;
    }
}

package io.broadsheet.enrich.image.inspect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * The first bytes of a body whose length is known. A byte that is not at hand reads as zero, so
 * that no position makes a reader throw; readers ask {@link #has} where the difference matters.
 */
final class Octets {

    private final byte[] kept;
    private final long length;

    /**
     * @param kept the first bytes, or all
     * @param length of the whole body
     */
    Octets(byte[] kept, long length) {
        this.kept = kept;
        this.length = Math.max(length, kept.length);
    }

    /** Bytes of the whole body, at hand or not. */
    long length() {
        return length;
    }

    /** How many bytes are at hand. */
    int keptLength() {
        return kept.length;
    }

    /** Whether every byte of the body is at hand. */
    boolean whole() {
        return kept.length == length;
    }

    /** Whether these bytes are at hand. */
    boolean has(long at, long count) {
        return at >= 0 && count >= 0 && at <= kept.length - count;
    }

    int u8(long at) {
        return at >= 0 && at < kept.length ? kept[(int) at] & 0xFF : 0;
    }

    int u16be(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int u16le(long at) {
        return u8(at + 1) << 8 | u8(at);
    }

    int u24le(long at) {
        return u8(at + 2) << 16 | u16le(at);
    }

    long u32be(long at) {
        return (long) u16be(at) << 16 | u16be(at + 2);
    }

    long u32le(long at) {
        return (long) u16le(at + 2) << 16 | u16le(at);
    }

    /** Whether these ASCII characters stand at this place. */
    boolean says(long at, String ascii) {
        if (!has(at, ascii.length())) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (u8(at + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** At most {@code count} bytes from {@code at}, each as one character. */
    String latin1(long at, int count) {
        int from = Math.clamp(at, 0, kept.length);
        int end = (int) Math.min((long) from + count, kept.length);
        return new String(kept, from, end - from, StandardCharsets.ISO_8859_1);
    }

    /** CRC-32 of bytes that are at hand. */
    long crc32(long at, int count) {
        var crc = new CRC32();
        crc.update(kept, (int) at, count);
        return crc.getValue();
    }

    /** The bytes at hand from {@code at}, at most {@code count}, as a copy. */
    byte[] copy(long at, int count) {
        int from = Math.clamp(at, 0, kept.length);
        return Arrays.copyOfRange(kept, from, (int) Math.min((long) from + count, kept.length));
    }
}

package io.broadsheet.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-16, with and without a mark. Its lone surrogates are kept for {@link CleanText} to mend. */
final class WideText {

    private static final int SAMPLE_BYTES = 4096;
    private static final int BYTES_MIN = 8;

    /** Among a hundred characters of any prose five are ASCII: spaces, digits, markup. */
    private static final double ZERO_SHARE_MIN = 0.05;

    /** Fewer zeros than this are believed only where other bytes are not ASCII either. */
    private static final double ZERO_SHARE_PLAIN = 0.4;

    private WideText() {}

    /** The byte order of text without a mark, told by on which side its zero bytes stand. */
    static Optional<Charset> charsetOf(byte[] bytes) {
        int length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
        if (length < BYTES_MIN || bytes.length % 2 != 0) {
            return Optional.empty();
        }
        int[] zeros = new int[2];
        int high = 0;
        for (int i = 0; i < length; i++) {
            zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
            high += bytes[i] < 0 ? 1 : 0;
        }
        double share = high > length / 5 ? ZERO_SHARE_MIN : ZERO_SHARE_PLAIN;
        return byZeros(zeros, length / 2.0 * share);
    }

    private static Optional<Charset> byZeros(int[] zeros, double needed) {
        if (zeros[0] == 0 && zeros[1] > needed) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[1] == 0 && zeros[0] > needed
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    /** The code units as they are. */
    static String decode(byte[] bytes, int from, Charset charset) {
        ByteOrder order =
                charset.equals(StandardCharsets.UTF_16LE)
                        ? ByteOrder.LITTLE_ENDIAN
                        : ByteOrder.BIG_ENDIAN;
        return ByteBuffer.wrap(bytes, from, bytes.length - from)
                .order(order)
                .asCharBuffer()
                .toString();
    }
}

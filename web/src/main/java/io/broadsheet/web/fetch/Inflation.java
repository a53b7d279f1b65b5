package io.broadsheet.web.fetch;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A body on its way in, decoded, and how much larger that made it. */
final class Inflation {

    /** No honest text is packed tighter; a bomb reaches 1,000. */
    private static final int RATIO_MAX = 100;

    /** So little is let through at any ratio, since a small feed may well be all blanks. */
    private static final int FREE_BYTES = 1_024 * 1_024;

    private static final Set<String> IDENTITY = Set.of("", "identity");
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int GZIP_ID1 = 0x1f;
    private static final int GZIP_ID2 = 0x8b;

    private final Counted wire;
    private final InputStream decoded;

    private Inflation(Counted wire, InputStream decoded) {
        this.wire = wire;
        this.decoded = decoded;
    }

    /** Of bytes that stay as they are. */
    static Inflation none(InputStream in) {
        Counted wire = new Counted(in);
        return new Inflation(wire, wire);
    }

    /**
     * As the header says, unless the bytes are plain although it says gzip, which happens.
     *
     * @param contentEncoding value of the header
     * @throws ZipException if it is an encoding that was not asked for
     */
    static Inflation of(Optional<String> contentEncoding, InputStream in) throws IOException {
        String encoding = contentEncoding.orElse("").strip().toLowerCase(Locale.ROOT);
        if (IDENTITY.contains(encoding)) {
            return none(in);
        }
        if (!GZIP.contains(encoding)) {
            throw new ZipException("a content encoding that was not asked for");
        }
        Counted wire = new Counted(in);
        BufferedInputStream ahead = new BufferedInputStream(wire);
        return new Inflation(wire, isGzip(ahead) ? new GZIPInputStream(ahead) : ahead);
    }

    private static boolean isGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean gzip = in.read() == GZIP_ID1 && in.read() == GZIP_ID2;
        in.reset();
        return gzip;
    }

    InputStream decoded() {
        return decoded;
    }

    /** Whether so many decoded bytes are more than an honest sender makes of what has come. */
    boolean isBombAt(long decodedBytes) {
        return decodedBytes > FREE_BYTES && decodedBytes / RATIO_MAX > wire.bytes;
    }

    /** Counts what comes. */
    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            bytes += Math.max(count, 0);
            return count;
        }
    }
}

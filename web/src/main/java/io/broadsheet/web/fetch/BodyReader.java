package io.broadsheet.web.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.zip.ZipException;

/** Reads a body once: counts and digests all of it, keeps its beginning, gives up where it must. */
final class BodyReader {

    private static final int BUFFER_BYTES = 8_192;
    private static final int PACE_BYTES_PER_SECOND_MIN = 1_024;

    /** Who declares more gets more as it comes. */
    private static final int ROOM_BYTES_MAX = 64 * 1_024;

    private static final Duration PACE_GRACE = Duration.ofSeconds(3);

    private final FetchLimits limits;
    private final TimeBound time;
    private final long startNanos = System.nanoTime();
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream kept;
    private long bytesRead;

    /**
     * @param declaredBytes how long the body is to be, as its sender says; negative if he does not
     */
    BodyReader(FetchLimits limits, TimeBound time, long declaredBytes) {
        this.limits = limits;
        this.time = time;
        this.kept = new ByteArrayOutputStream(room(declaredBytes));
    }

    private int room(long declaredBytes) {
        long wanted = declaredBytes < 0 ? BUFFER_BYTES : declaredBytes;
        return (int) Math.min(wanted, Math.min(limits.keptBytesMax(), ROOM_BYTES_MAX));
    }

    /**
     * Reads until the end, the limit or the peer's fault.
     *
     * @throws IOException if the time ran out; a body cut by its sender is a result
     */
    FetchResult.Body read(Inflation in) throws IOException {
        return body(readToEnd(in));
    }

    /** Of a body that cannot be read at all. */
    FetchResult.Body body(BodyEnd end) {
        return new FetchResult.Body(
                kept.toByteArray(),
                bytesRead,
                "sha256:" + HexFormat.of().formatHex(digest.digest()),
                end);
    }

    private BodyEnd readToEnd(Inflation in) throws IOException {
        try {
            return readWithinLimit(in);
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (ZipException e) {
            return BodyEnd.UNDECODABLE;
        } catch (IOException e) {
            if (time.expired()) {
                throw e;
            }
            return BodyEnd.CUT_BY_PEER;
        }
    }

    private BodyEnd readWithinLimit(Inflation inflation) throws IOException {
        InputStream in = inflation.decoded();
        byte[] buffer = new byte[BUFFER_BYTES];
        int count = in.read(buffer);
        while (count >= 0 && count <= limits.bodyBytesMax() - bytesRead) {
            take(buffer, count);
            refuseCrawling();
            if (inflation.isBombAt(bytesRead)) {
                return BodyEnd.OVER_RATIO;
            }
            count = in.read(buffer);
        }
        if (count < 0) {
            return BodyEnd.COMPLETE;
        }
        take(buffer, (int) (limits.bodyBytesMax() - bytesRead));
        return BodyEnd.OVER_LIMIT;
    }

    private void take(byte[] buffer, int count) {
        digest.update(buffer, 0, count);
        kept.write(buffer, 0, Math.min(count, limits.keptBytesMax() - kept.size()));
        bytesRead += count;
    }

    /** Whoever sends slower than this after a start holds us up on purpose, or might as well. */
    private void refuseCrawling() throws SocketTimeoutException {
        Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
        if (took.compareTo(PACE_GRACE) > 0
                && bytesRead < took.toSeconds() * PACE_BYTES_PER_SECOND_MIN) {
            throw new SocketTimeoutException(
                    "only " + bytesRead + " bytes in " + took.toMillis() + " ms");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}

package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

/** Reads the header of a Windows bitmap, in its old and newer forms. */
final class BmpHeader {

    private static final int FILE_HEADER_BYTES = 14;
    private static final int CORE_HEADER_BYTES = 12;
    private static final int INFO_HEADER_BYTES = 40;
    private static final int HEADER_BYTES_MAX = 256;
    private static final int COMPRESSION_MAX = 6;

    private final Octets octets;
    private final long headerBytes;
    private final boolean core;

    private BmpHeader(Octets octets) {
        this.octets = octets;
        this.headerBytes = octets.u32le(FILE_HEADER_BYTES);
        this.core = headerBytes == CORE_HEADER_BYTES;
    }

    /** Whether the header after "BM" has a length that bitmaps have: two letters prove little. */
    static boolean plausible(Octets octets) {
        long bytes = octets.u32le(FILE_HEADER_BYTES);
        return bytes >= CORE_HEADER_BYTES && bytes <= HEADER_BYTES_MAX;
    }

    static Inspection read(Octets octets) {
        return new BmpHeader(octets).judge();
    }

    private Inspection judge() {
        Picture unread = Picture.of(ImageFormat.BMP);
        if (!octets.has(FILE_HEADER_BYTES, headerBytes)) {
            return new Truncated(unread, "the header is incomplete");
        }
        long width = core ? octets.u16le(18) : (int) octets.u32le(18);
        // Negative where the rows go from top to bottom.
        long height = core ? octets.u16le(20) : Math.abs((long) (int) octets.u32le(22));
        if (width < 1 || height < 1 || height > Integer.MAX_VALUE) {
            return new Corrupt(unread, "impossible size " + width + "x" + height);
        }
        Picture picture = Picture.of(ImageFormat.BMP, new PixelSize((int) width, (int) height));
        return data(picture);
    }

    private Inspection data(Picture picture) {
        int bits = octets.u16le(core ? 24 : 28);
        long compression = headerBytes >= INFO_HEADER_BYTES ? octets.u32le(30) : 0;
        if (!allowed(bits) || compression > COMPRESSION_MAX) {
            return new Corrupt(picture, "impossible depth " + bits + " or packing " + compression);
        }
        if (bits <= 8 && paletteEnd() > octets.length()) {
            return new Corrupt(picture, "its palette would end beyond it");
        }
        boolean runs = compression == 1 || compression == 2;
        return runs ? runs(picture, compression == 2) : rows(picture, compression, bits);
    }

    private Inspection runs(Picture picture, boolean halfBytes) {
        return BmpRuns.end(octets, octets.u32le(10), halfBytes)
                ? new Image(picture)
                : new Truncated(picture, "its runs do not come to an end");
    }

    private Inspection rows(Picture picture, long compression, int bits) {
        PixelSize size = picture.size().orElseThrow();
        boolean plain = compression == 0 || compression == 3 || compression == 6;
        long rowBytes = ((long) size.width() * bits + 31) / 32 * 4;
        long missing = octets.u32le(10) + rowBytes * size.height() - octets.length();
        return plain && missing > 0
                ? new Truncated(picture, missing + " bytes of its rows are missing")
                : new Image(picture);
    }

    private long paletteEnd() {
        long colours = headerBytes >= INFO_HEADER_BYTES ? octets.u32le(46) : 0;
        return FILE_HEADER_BYTES + headerBytes + 4 * colours;
    }

    private static boolean allowed(int bits) {
        return switch (bits) {
            case 1, 4, 8, 16, 24, 32 -> true;
            default -> false;
        };
    }
}

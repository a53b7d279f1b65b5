package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

/** Reads the directory of an icon or cursor file; the largest picture in it counts. */
final class IcoHeader {

    private static final int DIRECTORY_BYTES = 6;
    private static final int ENTRY_BYTES = 16;
    private static final int ENTRIES_MAX = 256;
    private static final int SIDE_BEYOND_BYTE = 256;
    private static final String PNG_SIGNATURE = "\u0089PNG";

    private IcoHeader() {}

    /** Whether the directory can be one: its signature is three zeros and a small number. */
    static boolean plausible(Octets octets) {
        int entries = octets.u16le(4);
        long firstPicture = octets.u32le(DIRECTORY_BYTES + 12);
        return entries > 0
                && entries <= ENTRIES_MAX
                && octets.u8(DIRECTORY_BYTES + 3) == 0
                && firstPicture >= DIRECTORY_BYTES + (long) entries * ENTRY_BYTES;
    }

    static Inspection read(Octets octets) {
        int entries = octets.u16le(4);
        PixelSize largest = new PixelSize(0, 0);
        long end = 0;
        for (int i = 0; i < entries; i++) {
            long entry = DIRECTORY_BYTES + (long) i * ENTRY_BYTES;
            PixelSize size = size(octets, entry);
            largest = size.pixels() > largest.pixels() ? size : largest;
            end = Math.max(end, octets.u32le(entry + 12) + octets.u32le(entry + 8));
        }
        if (largest.pixels() == 0) {
            return new Corrupt(Picture.of(ImageFormat.ICO), "no picture in its directory");
        }
        Picture picture = Picture.of(ImageFormat.ICO, largest);
        return end > octets.length()
                ? new Truncated(picture, (end - octets.length()) + " bytes are missing")
                : new Image(picture);
    }

    private static PixelSize size(Octets octets, long entry) {
        long picture = octets.u32le(entry + 12);
        if (octets.says(picture, PNG_SIGNATURE) && octets.has(picture, 24)) {
            long width = octets.u32be(picture + 16);
            long height = octets.u32be(picture + 20);
            return new PixelSize(
                    (int) Math.min(width, Integer.MAX_VALUE),
                    (int) Math.min(height, Integer.MAX_VALUE));
        }
        return new PixelSize(side(octets.u8(entry)), side(octets.u8(entry + 1)));
    }

    private static int side(int value) {
        return value == 0 ? SIDE_BEYOND_BYTE : value;
    }
}

package io.broadsheet.enrich.image.inspect;

/** Reads the one EXIF tag that matters here: 274, orientation, of the first directory. */
final class Exif {

    static final int UPRIGHT = 1;

    private static final int ORIENTATION = 274;
    private static final int ORIENTATION_MAX = 8;

    private Exif() {}

    /**
     * The orientation in a TIFF structure, 1 to 8.
     *
     * @param tiff where its byte order mark stands
     */
    static int orientation(Octets octets, long tiff) {
        var directory = TiffDirectory.first(octets, tiff);
        return directory.map(d -> (int) d.number(ORIENTATION)).filter(Exif::valid).orElse(UPRIGHT);
    }

    private static boolean valid(int orientation) {
        return orientation >= UPRIGHT && orientation <= ORIENTATION_MAX;
    }
}

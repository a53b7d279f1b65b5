package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

/** Formats whose size stands in one fixed place, or in one TIFF directory. */
final class PlainHeaders {

    private static final int TIFF_WIDTH = 256;
    private static final int TIFF_HEIGHT = 257;

    private PlainHeaders() {}

    static Inspection psd(Octets octets) {
        return sized(octets, ImageFormat.PSD, octets.u32be(18), octets.u32be(14));
    }

    static Inspection qoi(Octets octets) {
        return sized(octets, ImageFormat.QOI, octets.u32be(4), octets.u32be(8));
    }

    /** TIFF 6.0; the first of its pages. Its directory may stand anywhere, so also out of reach. */
    static Inspection tiff(Octets octets) {
        var directory = TiffDirectory.first(octets, 0);
        if (directory.isEmpty()) {
            return octets.whole()
                    ? new Truncated(Picture.of(ImageFormat.TIFF), "no directory")
                    : new Image(Picture.of(ImageFormat.TIFF));
        }
        Inspection sized =
                sized(
                        octets,
                        ImageFormat.TIFF,
                        directory.get().number(TIFF_WIDTH),
                        directory.get().number(TIFF_HEIGHT));
        int orientation = Exif.orientation(octets, 0);
        return sized instanceof Image(var picture)
                ? new Image(picture.withOrientation(orientation))
                : sized;
    }

    private static Inspection sized(Octets octets, ImageFormat format, long width, long height) {
        boolean possible = width > 0 && height > 0;
        if (possible && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE) {
            return new Image(Picture.of(format, new PixelSize((int) width, (int) height)));
        }
        return new Corrupt(
                Picture.of(format),
                "impossible size " + width + "x" + height + " in " + octets.length() + " bytes");
    }
}

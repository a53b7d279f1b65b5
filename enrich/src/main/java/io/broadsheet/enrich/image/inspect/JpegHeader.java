package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

import java.util.Optional;

/** Walks the markers of a JPEG up to its first scan (ITU-T T.81, annex B). */
final class JpegHeader {

    private static final int MARK = 0xFF;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int EXIF_HEADER_BYTES = 6;

    private final Octets octets;
    private Picture picture = Picture.of(ImageFormat.JPEG);

    private JpegHeader(Octets octets) {
        this.octets = octets;
    }

    static Inspection read(Octets octets) {
        return new JpegHeader(octets).walk();
    }

    private Inspection walk() {
        long at = 2;
        while (octets.has(at, 4)) {
            int marker = octets.u8(at + 1);
            if (octets.u8(at) != MARK || marker == MARK || isBare(marker)) {
                // Decoders skip stray bytes and fill bytes between segments.
                at++;
            } else if (marker == END_OF_IMAGE) {
                return new Corrupt(picture, "it ends before its first scan");
            } else if (octets.u16be(at + 2) < 2) {
                return new Corrupt(picture, "segment without length at " + at);
            } else if (marker == START_OF_SCAN) {
                return scan(at);
            } else {
                take(marker, at + 4);
                at += 2 + octets.u16be(at + 2);
            }
        }
        return at + 4 > octets.length()
                ? new Truncated(picture, "it ends before its first scan")
                : new Image(picture);
    }

    /** Markers without a segment: stuffing, TEM, restarts. */
    private static boolean isBare(int marker) {
        return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
    }

    private static boolean isFrame(int marker) {
        boolean range = marker >= 0xC0 && marker <= 0xCF;
        return range && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void take(int marker, long body) {
        if (isFrame(marker) && picture.size().isEmpty()) {
            int height = octets.u16be(body + 1);
            int width = octets.u16be(body + 3);
            if (width > 0 && height > 0) {
                var size = Optional.of(new PixelSize(width, height));
                picture = new Picture(ImageFormat.JPEG, size, 1, picture.orientation());
            }
        } else if (marker == APP1 && octets.says(body, "Exif\0")) {
            picture = picture.withOrientation(Exif.orientation(octets, body + EXIF_HEADER_BYTES));
        }
    }

    private Inspection scan(long at) {
        if (picture.size().isEmpty()) {
            return new Corrupt(picture, "no frame size before the first scan");
        }
        return octets.whole() && !endsAfter(at)
                ? new Truncated(picture, "no end marker")
                : new Image(picture);
    }

    private boolean endsAfter(long scan) {
        for (long at = octets.length() - 2; at > scan; at--) {
            if (octets.u8(at) == MARK && octets.u8(at + 1) == END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }
}

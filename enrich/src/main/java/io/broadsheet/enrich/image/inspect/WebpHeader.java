package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

import java.util.Optional;

/** Walks the chunks of a WebP (RFC 9649). */
final class WebpHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER_BYTES = 8;
    private static final int SIDE_MASK = 0x3FFF;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int KEY_FRAME_START = 0x2A019D;

    private final Octets octets;
    private Optional<PixelSize> canvas = Optional.empty();
    private Optional<PixelSize> bitstream = Optional.empty();
    private int orientation = Exif.UPRIGHT;
    private int frames;
    private boolean sound = true;

    private WebpHeader(Octets octets) {
        this.octets = octets;
    }

    static Inspection read(Octets octets) {
        return new WebpHeader(octets).walk();
    }

    private Inspection walk() {
        long declared = octets.u32le(4) + 8;
        long end = Math.min(declared, octets.length());
        long at = FIRST_CHUNK;
        while (at + CHUNK_HEADER_BYTES <= end && octets.has(at, CHUNK_HEADER_BYTES)) {
            long size = octets.u32le(at + 4);
            take(octets.latin1(at, 4), at + CHUNK_HEADER_BYTES);
            at += CHUNK_HEADER_BYTES + size + (size & 1);
        }
        return judge(declared, at);
    }

    private void take(String chunk, long body) {
        switch (chunk) {
            case "VP8X" -> canvas = canvas(body);
            case "VP8 " -> still(lossy(body));
            case "VP8L" -> still(lossless(body));
            case "ANMF" -> frames++;
            case "EXIF" -> orientation = Exif.orientation(octets, exifStart(body));
            default -> {} // metadata, and chunks to come
        }
    }

    private void still(Optional<PixelSize> size) {
        sound &= size.isPresent();
        bitstream = size;
        frames = Math.max(frames, 1);
    }

    private Optional<PixelSize> canvas(long body) {
        return octets.has(body, 10)
                ? Optional.of(new PixelSize(octets.u24le(body + 4) + 1, octets.u24le(body + 7) + 1))
                : Optional.empty();
    }

    private Optional<PixelSize> lossy(long body) {
        int width = octets.u16le(body + 6) & SIDE_MASK;
        int height = octets.u16le(body + 8) & SIDE_MASK;
        boolean keyFrame = (octets.u8(body) & 1) == 0;
        boolean started = octets.u24le(body + 3) == KEY_FRAME_START;
        return keyFrame && started && width > 0 && height > 0
                ? Optional.of(new PixelSize(width, height))
                : Optional.empty();
    }

    private Optional<PixelSize> lossless(long body) {
        long bits = octets.u32le(body + 1);
        return octets.u8(body) == LOSSLESS_SIGNATURE && octets.has(body, 5)
                ? Optional.of(
                        new PixelSize(
                                (int) (bits & SIDE_MASK) + 1, (int) (bits >> 14 & SIDE_MASK) + 1))
                : Optional.empty();
    }

    /** Some writers put JPEG's prefix before the TIFF header. */
    private long exifStart(long body) {
        return octets.says(body, "Exif\0\0") ? body + 6 : body;
    }

    private Inspection judge(long declared, long walked) {
        var picture =
                new Picture(
                        ImageFormat.WEBP,
                        canvas.or(() -> bitstream),
                        Math.max(1, frames),
                        orientation);
        // The declared length may count the padding byte that some writers leave off.
        if (declared - 1 > octets.length() || walked - 1 > octets.length()) {
            return new Truncated(picture, "shorter than its header says");
        }
        if (!sound || (octets.whole() && frames == 0)) {
            return new Corrupt(picture, "no image in its chunks");
        }
        return new Image(picture);
    }
}

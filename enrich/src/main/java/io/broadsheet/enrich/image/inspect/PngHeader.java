package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

/** Walks the chunks of a PNG and checks their sums (PNG specification, third edition). */
final class PngHeader {

    private static final int SIGNATURE_BYTES = 8;
    private static final int HEADER_BYTES = 13;
    private static final int FRAMING_BYTES = 12;
    private static final long SIDE_MAX = Integer.MAX_VALUE;
    private static final int INDEXED = 3;

    private final Octets octets;
    private Picture picture = Picture.of(ImageFormat.PNG);
    private String fault = "";
    private boolean palette;
    private boolean data;
    private boolean announced;
    private boolean framed;
    private boolean ended;

    private PngHeader(Octets octets) {
        this.octets = octets;
    }

    static Inspection read(Octets octets) {
        return new PngHeader(octets).walk();
    }

    private Inspection walk() {
        if (!octets.has(SIGNATURE_BYTES, FRAMING_BYTES + HEADER_BYTES)) {
            return new Truncated(picture, "the header is incomplete");
        }
        header(SIGNATURE_BYTES);
        long at = SIGNATURE_BYTES + FRAMING_BYTES + HEADER_BYTES;
        while (fault.isEmpty() && !ended && octets.has(at, FRAMING_BYTES - 4)) {
            long size = octets.u32be(at);
            chunk(at, size);
            at += FRAMING_BYTES + size;
        }
        return judge(at);
    }

    private void header(long at) {
        long width = octets.u32be(at + 8);
        long height = octets.u32be(at + 12);
        if (octets.u32be(at) != HEADER_BYTES || !octets.says(at + 4, "IHDR")) {
            fault = "it does not begin with IHDR";
        } else if (width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX) {
            fault = "impossible size " + width + "x" + height;
        } else {
            picture = Picture.of(ImageFormat.PNG, new PixelSize((int) width, (int) height));
            fault = headerFault(at);
        }
    }

    private String headerFault(long at) {
        if (!sumIsRight(at, HEADER_BYTES)) {
            return "the sum of IHDR is wrong";
        }
        int depth = octets.u8(at + 16);
        int colour = octets.u8(at + 17);
        if (!allowed(depth, colour)) {
            return "impossible colour type " + colour + " with depth " + depth;
        }
        boolean methods = octets.u16be(at + 18) == 0 && octets.u8(at + 20) <= 1;
        return methods ? "" : "unknown compression, filter or interlace method";
    }

    /** Table 11.1 of the specification. */
    private static boolean allowed(int depth, int colour) {
        return switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case INDEXED -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private void chunk(long at, long size) {
        boolean critical = (octets.u8(at + 4) & 0x20) == 0;
        boolean atHand = octets.has(at, FRAMING_BYTES + size);
        if (size > SIDE_MAX || !lettersOnly(at + 4)) {
            fault = "no chunk at " + at;
        } else if (critical && atHand && !sumIsRight(at, size)) {
            fault = "the sum of " + octets.latin1(at + 4, 4) + " is wrong";
        } else {
            take(octets.latin1(at + 4, 4), at + 8, size);
        }
    }

    private void take(String type, long body, long size) {
        switch (type) {
            case "PLTE" -> palette(size);
            case "IDAT" -> data(size);
            case "fcTL" -> framed = true;
            case "IEND" -> ended = true;
            case "acTL" -> frames(octets.u32be(body));
            case "eXIf" -> picture = picture.withOrientation(Exif.orientation(octets, body));
            default -> {} // never inflated: text and profiles may be bombs
        }
    }

    private void palette(long size) {
        palette = true;
        if (size == 0 || size % 3 != 0 || size > 3 * 256) {
            fault = "impossible palette of " + size + " bytes";
        }
    }

    /**
     * Data before the first frame is a picture of its own, for those who cannot show the others.
     */
    private void data(long size) {
        if (!data && size > 0 && announced && !framed) {
            picture = picture.withFrames(picture.frames() + 1);
        }
        data |= size > 0;
    }

    /** An animation is one only where it is announced before the data, and once. */
    private void frames(long count) {
        if (!data && count > 0 && count <= Integer.MAX_VALUE) {
            picture = picture.withFrames(announced ? 1 : (int) count);
            framed |= announced;
            announced = true;
        }
    }

    private boolean lettersOnly(long at) {
        for (int i = 0; i < 4; i++) {
            int letter = octets.u8(at + i) | 0x20;
            if (letter < 'a' || letter > 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean sumIsRight(long at, long size) {
        return octets.crc32(at + 4, (int) size + 4) == octets.u32be(at + 8 + size);
    }

    private Inspection judge(long walked) {
        if (!fault.isEmpty()) {
            return new Corrupt(picture, fault);
        }
        boolean needsPalette = octets.u8(SIGNATURE_BYTES + 17) == INDEXED;
        if (needsPalette && !palette && (data || ended)) {
            return new Corrupt(picture, "no palette");
        }
        if (ended) {
            return data ? new Image(picture) : new Corrupt(picture, "no data");
        }
        boolean cut = walked > octets.length() || octets.whole();
        return cut ? new Truncated(picture, "it ends before IEND") : new Image(picture);
    }
}

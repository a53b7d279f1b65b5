package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.Corrupt;
import io.broadsheet.enrich.image.inspect.Inspection.Image;
import io.broadsheet.enrich.image.inspect.Inspection.Truncated;

/** Reads the screen of a GIF and counts its frames (GIF89a specification). */
final class GifHeader {

    private static final int SCREEN_BYTES = 13;
    private static final int DESCRIPTOR_BYTES = 10;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int PALETTE_FLAG = 0x80;

    private final Octets octets;
    private int frames;
    private PixelSize firstFrame = new PixelSize(0, 0);

    private GifHeader(Octets octets) {
        this.octets = octets;
    }

    static Inspection read(Octets octets) {
        return new GifHeader(octets).walk();
    }

    private Inspection walk() {
        if (!octets.has(0, SCREEN_BYTES)) {
            return new Truncated(Picture.of(ImageFormat.GIF), "the screen is incomplete");
        }
        long at = (long) SCREEN_BYTES + paletteBytes(octets.u8(10));
        while (octets.has(at, 1) && (octets.u8(at) == IMAGE || octets.u8(at) == EXTENSION)) {
            at = octets.u8(at) == IMAGE ? afterFrame(at) : afterBlocks(at + 2);
        }
        return judge(at);
    }

    /** The place after a frame; beyond what is at hand if the frame is not complete. */
    private long afterFrame(long at) {
        if (frames == 0) {
            firstFrame = new PixelSize(octets.u16le(at + 5), octets.u16le(at + 7));
        }
        long data = at + DESCRIPTOR_BYTES + paletteBytes(octets.u8(at + 9)) + 1;
        long end = afterBlocks(data);
        if (end <= octets.keptLength()) {
            frames++;
        }
        return end;
    }

    /** The place after the block of length zero that ends a chain of blocks. */
    private long afterBlocks(long from) {
        long at = from;
        while (octets.has(at, 1) && octets.u8(at) > 0) {
            at += 1 + octets.u8(at);
        }
        return at + 1;
    }

    private static int paletteBytes(int flags) {
        return (flags & PALETTE_FLAG) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private Inspection judge(long end) {
        PixelSize screen = new PixelSize(octets.u16le(6), octets.u16le(8));
        // Browsers take the size of the first frame where the screen has none.
        PixelSize size = screen.pixels() > 0 ? screen : firstFrame;
        if (size.pixels() == 0) {
            return new Corrupt(Picture.of(ImageFormat.GIF), "no size");
        }
        Picture picture = Picture.of(ImageFormat.GIF, size).withFrames(frames);
        if (frames > 0 || (!octets.whole() && end >= octets.keptLength())) {
            return new Image(picture);
        }
        return end >= octets.length()
                ? new Truncated(picture, "it ends before its first frame is complete")
                : new Corrupt(picture, "no frame");
    }
}

package io.broadsheet.enrich.image.inspect;

import java.util.Optional;

/**
 * What the header of an image says.
 *
 * @param format by the bytes
 * @param size absent if the image has none of its own (an SVG may not), or if it stands beyond the
 *     bytes at hand
 * @param frames at least 1; a lower bound if the frames go on beyond the bytes at hand
 * @param orientation EXIF 274: 1 upright, to 8; 1 if nothing is said
 */
public record Picture(ImageFormat format, Optional<PixelSize> size, int frames, int orientation) {

    static Picture of(ImageFormat format) {
        return new Picture(format, Optional.empty(), 1, Exif.UPRIGHT);
    }

    static Picture of(ImageFormat format, PixelSize size) {
        return new Picture(format, Optional.of(size), 1, Exif.UPRIGHT);
    }

    Picture withFrames(int frames) {
        return new Picture(format, size, Math.max(1, frames), orientation);
    }

    Picture withOrientation(int orientation) {
        return new Picture(format, size, frames, orientation);
    }

    /** Whether it moves. */
    public boolean animated() {
        return frames > 1;
    }

    /** Pixels of all frames, 0 if the size is not known. */
    public long pixelsOfAllFrames() {
        return size.map(PixelSize::pixels).orElse(0L) * frames;
    }
}

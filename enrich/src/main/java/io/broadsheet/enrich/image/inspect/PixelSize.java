package io.broadsheet.enrich.image.inspect;

/** Width and height in pixels as the header says them, before any EXIF rotation; both positive. */
public record PixelSize(int width, int height) {

    /** The same picture on its side. */
    PixelSize turned() {
        int wide = height;
        int high = width;
        return new PixelSize(wide, high);
    }

    /** How many pixels one frame has. */
    public long pixels() {
        return (long) width * height;
    }
}

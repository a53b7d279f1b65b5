package io.broadsheet.enrich.image.check;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

/** Pictures made for the tests. */
public final class Pictures {

    private Pictures() {}

    /** Black, of this size. */
    public static byte[] png(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Black, of this size. */
    public static byte[] jpeg(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg");
    }

    /** Nothing to see, of this size. */
    static byte[] transparentPng(int width, int height) {
        return encoded(new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A header that claims this size, and no such picture behind it. */
    static byte[] pngClaiming(int width, int height) {
        byte[] png = png(8, 8);
        putInt(png, 16, width);
        putInt(png, 20, height);
        var sum = new java.util.zip.CRC32();
        sum.update(png, 12, 17);
        putInt(png, 29, (int) sum.getValue());
        return png;
    }

    /** The first bytes of another picture. */
    static byte[] cut(byte[] picture, int bytes) {
        return Arrays.copyOf(picture, bytes);
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (24 - 8 * i));
        }
    }

    private static byte[] encoded(BufferedImage image, String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}

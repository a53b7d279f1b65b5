package io.broadsheet.embedded.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Pictures made on the spot, sound and spoilt. */
final class DemoPictures {

    private static final int IHDR_AT = 12;
    private static final int WIDTH_AT = 16;
    private static final int HEIGHT_AT = 20;
    private static final int IHDR_SUM_AT = 29;

    private DemoPictures() {}

    /**
     * Colours that run into each other.
     *
     * @param hue from 0 to 1, another one for another picture
     */
    static byte[] png(float hue, int width, int height) {
        return encoded(gradient(hue, width, height), "png");
    }

    /** The same as a JPEG. */
    static byte[] jpeg(float hue, int width, int height) {
        return encoded(gradient(hue, width, height), "jpeg");
    }

    /** The header of a picture of this size, with nothing like it behind. */
    static byte[] claiming(int width, int height) {
        byte[] png = png(0, 8, 8);
        putInt(png, WIDTH_AT, width);
        putInt(png, HEIGHT_AT, height);
        var sum = new CRC32();
        sum.update(png, IHDR_AT, IHDR_SUM_AT - IHDR_AT);
        putInt(png, IHDR_SUM_AT, (int) sum.getValue());
        return png;
    }

    /** A picture with a bit of its header flipped. */
    static byte[] spoilt() {
        byte[] png = png(0.3f, 400, 300);
        png[WIDTH_AT + 2] ^= 1;
        return png;
    }

    /** The beginning of a TIFF, which browsers do not show. */
    static byte[] tiff() {
        return Arrays.copyOf(Script.bytes("II*\0\10\0\0\0"), 64);
    }

    private static BufferedImage gradient(float hue, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color from = Color.getHSBColor(hue, 0.5f, 0.95f);
        Color to = Color.getHSBColor(hue + 0.2f, 0.8f, 0.4f);
        graphics.setPaint(new GradientPaint(0, 0, from, width, height, to));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    private static void putInt(byte[] bytes, int at, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[at + i] = (byte) (value >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
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

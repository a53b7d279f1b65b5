package io.broadsheet.bench.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** A sound PNG of about 32 KiB whose bytes differ from number to number. */
final class LoadPicture {

    private static final int BYTES = 32 * 1_024;
    private static final int SIDE = 300;

    /** Signature and header chunk, behind which another chunk may stand. */
    private static final int HEAD_BYTES = 33;

    private static final byte[] PICTURE = picture();

    private LoadPicture() {}

    /** Headers and body. */
    static byte[] answer(long number) {
        byte[] chunk = chunk("nuMb", ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        String head =
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %d\r\n\r\n"
                        .formatted(PICTURE.length + chunk.length);
        return answer(head.getBytes(StandardCharsets.US_ASCII), chunk);
    }

    private static byte[] answer(byte[] head, byte[] chunk) {
        return ByteBuffer.allocate(head.length + PICTURE.length + chunk.length)
                .put(head)
                .put(PICTURE, 0, HEAD_BYTES)
                .put(chunk)
                .put(PICTURE, HEAD_BYTES, PICTURE.length - HEAD_BYTES)
                .array();
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] plain = out.toByteArray();
        byte[] ballast = new byte[BYTES - plain.length];
        new Random(1).nextBytes(ballast);
        byte[] chunk = chunk("loAd", ballast);
        return ByteBuffer.allocate(plain.length + chunk.length)
                .put(plain, 0, HEAD_BYTES)
                .put(chunk)
                .put(plain, HEAD_BYTES, plain.length - HEAD_BYTES)
                .array();
    }

    /** One that every reader of PNG may skip. */
    private static byte[] chunk(String name, byte[] data) {
        byte[] named =
                ByteBuffer.allocate(name.length() + data.length)
                        .put(name.getBytes(StandardCharsets.US_ASCII))
                        .put(data)
                        .array();
        CRC32 sum = new CRC32();
        sum.update(named);
        return ByteBuffer.allocate(named.length + 2 * Integer.BYTES)
                .putInt(data.length)
                .put(named)
                .putInt((int) sum.getValue())
                .array();
    }
}

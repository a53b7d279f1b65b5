package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.ImageFormat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Whether a very small picture shows nothing at all. The only place where pixels are decoded: the
 * header has told before that there are at most a hundred, and what else the file may hold is
 * bounded by its size and never unpacked.
 */
final class Transparency {

    /** Larger pictures are not looked at. */
    static final int SIDE_MAX = 10;

    private static final int FILE_BYTES_MAX = 4_096;

    private Transparency() {}

    /** False where it cannot be told. */
    static boolean isTotal(Content content, ImageFormat format) {
        boolean decodable = format == ImageFormat.GIF || format == ImageFormat.PNG;
        return decodable
                && content.length() <= FILE_BYTES_MAX
                && content.kept().length == content.length()
                && decodesToNothing(content.kept(), format);
    }

    private static boolean decodesToNothing(byte[] bytes, ImageFormat format) {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)).next();
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return isInvisible(reader.read(0));
        } catch (IOException | RuntimeException _) {
            // The decoders throw all kinds of things at broken pixels: then nothing is known.
            return false;
        } finally {
            reader.dispose();
        }
    }

    private static boolean isInvisible(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        for (int pixel :
                image.getRGB(
                        0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            if (pixel >>> 24 != 0) {
                return false;
            }
        }
        return true;
    }
}

package io.broadsheet.enrich.image.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** What bytes are said to be. The measure on real files is {@code bench ScoreImages}. */
class ImageInspectorTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aPictureIsKnownByItsBytesWithItsSize(String format) throws IOException {
        assertThat(inspect(picture(format)))
                .isInstanceOfSatisfying(
                        Inspection.Image.class,
                        image -> {
                            assertThat(image.picture().format().name())
                                    .isEqualToIgnoringCase(format);
                            assertThat(image.picture().size()).contains(new PixelSize(61, 47));
                            assertThat(image.picture().animated()).isFalse();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void aPictureThatEndsEarlyIsNeverSound(String format) throws IOException {
        byte[] whole = picture(format);
        for (int length = 32; length < whole.length * 9 / 10; length += 7) {
            assertThat(inspect(Arrays.copyOf(whole, length)))
                    .isInstanceOf(Inspection.Truncated.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp"})
    void noBytesMakeItThrow(String format) throws IOException {
        byte[] whole = picture(format);
        Random random = new Random(format.hashCode());
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length) + 1);
            for (int hit = 0; hit < 4; hit++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            assertThat(inspect(bytes)).isNotNull();
            assertThat(ImageInspector.inspect(bytes, bytes.length + random.nextLong(1L << 40)))
                    .isNotNull();
        }
    }

    @Test
    void ofALongPictureItsBeginningIsEnough() throws IOException {
        byte[] whole = picture("jpeg");
        byte[] kept = Arrays.copyOf(whole, 700);

        assertThat(ImageInspector.inspect(kept, whole.length)).isInstanceOf(Inspection.Image.class);
    }

    @Test
    void aFlippedBitInAPngIsFound() throws IOException {
        byte[] png = picture("png");
        png[18] ^= 1;

        assertThat(inspect(png)).isInstanceOf(Inspection.Corrupt.class);
    }

    @Test
    void theFramesOfAnAnimationAreCountedBeforeItsData() throws IOException {
        byte[] three = withChunk(picture("png"), "acTL", new byte[] {0, 0, 0, 3, 0, 0, 0, 0});
        byte[] twice = withChunk(three, "acTL", new byte[] {0, 0, 0, 3, 0, 0, 0, 0});

        assertThat(inspect(three).header().orElseThrow().animated()).isTrue();
        assertThat(inspect(twice).header().orElseThrow().animated()).isFalse();
    }

    @Test
    void theWayUpOfAPhotographIsRead() throws IOException {
        byte[] exif = latin1("Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0");
        byte[] jpeg = picture("jpeg");
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);

        assertThat(inspect(out.toByteArray()).header().orElseThrow().orientation()).isEqualTo(6);
    }

    @Test
    void theRunsOfABitmapMustComeToAnEnd() {
        byte[] header = new byte[62];
        header[0] = 'B';
        header[1] = 'M';
        header[10] = 62;
        header[14] = 40;
        header[18] = 4;
        header[22] = 4;
        header[28] = 8;
        header[30] = 1;

        assertThat(inspect(joined(header, 4, 1, 0, 1))).isInstanceOf(Inspection.Image.class);
        assertThat(inspect(joined(header, 4, 1, 4, 1))).isInstanceOf(Inspection.Truncated.class);
    }

    @Test
    void whatIsNoPictureIsNamed() {
        assertThat(inspect(latin1("<!DOCTYPE html><p>Not here")))
                .isEqualTo(new Inspection.NotAnImage("text/html"));
        assertThat(inspect(latin1("{\"error\": 404}")))
                .isEqualTo(new Inspection.NotAnImage("application/json"));
        assertThat(inspect(new byte[0])).isInstanceOf(Inspection.NotAnImage.class);
    }

    private static Inspection inspect(byte[] bytes) {
        return ImageInspector.inspect(bytes, bytes.length);
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(61, 47, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(5);
        for (int i = 0; i < 61 * 47; i++) {
            image.setRGB(i % 61, i / 61, random.nextInt());
        }
        var out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** With a chunk behind the header of a PNG. */
    private static byte[] withChunk(byte[] png, String type, byte[] body) throws IOException {
        int headerEnd = 33;
        byte[] named = joined(latin1(type), body);
        var sum = new CRC32();
        sum.update(named);
        var out = new ByteArrayOutputStream();
        out.write(png, 0, headerEnd);
        out.write(number(body.length));
        out.write(named);
        out.write(number((int) sum.getValue()));
        out.write(png, headerEnd, png.length - headerEnd);
        return out.toByteArray();
    }

    private static byte[] number(int value) {
        return new byte[] {
            (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
        };
    }

    private static byte[] joined(byte[] first, int... more) {
        byte[] rest = new byte[more.length];
        for (int i = 0; i < more.length; i++) {
            rest[i] = (byte) more[i];
        }
        return joined(first, rest);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

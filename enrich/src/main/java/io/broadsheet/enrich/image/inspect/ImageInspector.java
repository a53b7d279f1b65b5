package io.broadsheet.enrich.image.inspect;

import io.broadsheet.enrich.image.inspect.Inspection.NotAnImage;
import io.broadsheet.enrich.image.inspect.Inspection.Unsupported;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says what the bytes of a body are. */
public final class ImageInspector {

    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
    private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");
    private static final int BRANDS_MAX = 64;
    private static final int GUESS_BYTES = 512;

    private ImageInspector() {}

    /**
     * What these bytes are. Never throws; the work is linear in the bytes that are given.
     *
     * @param kept the first bytes of the body, or all of it; 256 KiB tell the size of practically
     *     every image
     * @param length of the whole body in bytes
     */
    public static Inspection inspect(byte[] kept, long length) {
        Octets octets = new Octets(kept, length);
        return format(octets)
                .map(format -> read(format, octets))
                .or(() -> SvgHeader.read(octets))
                .orElseGet(() -> new NotAnImage(guess(octets)));
    }

    private static Inspection read(ImageFormat format, Octets octets) {
        return switch (format) {
            case JPEG -> JpegHeader.read(octets);
            case PNG -> PngHeader.read(octets);
            case GIF -> GifHeader.read(octets);
            case WEBP -> WebpHeader.read(octets);
            case AVIF, HEIC -> HeifHeader.read(octets, format);
            case BMP -> BmpHeader.read(octets);
            case ICO -> IcoHeader.read(octets);
            case TIFF -> PlainHeaders.tiff(octets);
            case PSD -> PlainHeaders.psd(octets);
            case QOI -> PlainHeaders.qoi(octets);
            case SVG, JXL, JPEG_2000 -> new Unsupported(format);
        };
    }

    private static Optional<ImageFormat> format(Octets octets) {
        return classic(octets).or(() -> brand(octets)).or(() -> rare(octets));
    }

    private static Optional<ImageFormat> classic(Octets octets) {
        if (octets.says(0, "\u00FF\u00D8\u00FF")) {
            return Optional.of(ImageFormat.JPEG);
        }
        if (octets.says(0, "\u0089PNG\r\n\u001A\n")) {
            return Optional.of(ImageFormat.PNG);
        }
        if (octets.says(0, "GIF87a") || octets.says(0, "GIF89a")) {
            return Optional.of(ImageFormat.GIF);
        }
        return octets.says(0, "RIFF") && octets.says(8, "WEBP")
                ? Optional.of(ImageFormat.WEBP)
                : Optional.empty();
    }

    /** The brands of an ISO base media file; a file of both families is the browsers' one. */
    private static Optional<ImageFormat> brand(Octets octets) {
        if (!octets.says(4, "ftyp")) {
            return Optional.empty();
        }
        boolean heic = HEIC_BRANDS.contains(octets.latin1(8, 4));
        boolean avif = AVIF_BRANDS.contains(octets.latin1(8, 4));
        long end = Math.min(octets.u32be(0), 16 + 4L * BRANDS_MAX);
        for (long at = 16; at + 4 <= end; at += 4) {
            heic |= HEIC_BRANDS.contains(octets.latin1(at, 4));
            avif |= AVIF_BRANDS.contains(octets.latin1(at, 4));
        }
        if (avif) {
            return Optional.of(ImageFormat.AVIF);
        }
        return heic ? Optional.of(ImageFormat.HEIC) : Optional.empty();
    }

    private static Optional<ImageFormat> rare(Octets octets) {
        if (octets.says(0, "BM") && BmpHeader.plausible(octets)) {
            return Optional.of(ImageFormat.BMP);
        }
        if (isIcon(octets)) {
            return Optional.of(ImageFormat.ICO);
        }
        if (octets.says(0, "II*\0") || octets.says(0, "MM\0*")) {
            return Optional.of(ImageFormat.TIFF);
        }
        return headless(octets);
    }

    private static boolean isIcon(Octets octets) {
        boolean signature = octets.says(0, "\0\0\1\0") || octets.says(0, "\0\0\2\0");
        return signature && IcoHeader.plausible(octets);
    }

    private static Optional<ImageFormat> headless(Octets octets) {
        if (octets.says(0, "8BPS")) {
            return Optional.of(ImageFormat.PSD);
        }
        if (octets.says(0, "qoif")) {
            return Optional.of(ImageFormat.QOI);
        }
        if (octets.says(0, "\u00FF\n") || octets.says(4, "JXL \r\n")) {
            return Optional.of(ImageFormat.JXL);
        }
        return octets.says(4, "jP  \r\n") ? Optional.of(ImageFormat.JPEG_2000) : Optional.empty();
    }

    /** What a body that is no image seems to be, for the operator. */
    private static String guess(Octets octets) {
        String start = octets.latin1(0, GUESS_BYTES).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.contains("<html")) {
            return "text/html";
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return "application/json";
        }
        if (start.startsWith("<")) {
            return "text/xml";
        }
        return start.startsWith("%pdf-") ? "application/pdf" : "application/octet-stream";
    }
}

package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.FeedFormat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Sitemaps compressed with gzip, as sites publish them under {@code .xml.gz}; also feeds that are
 * used as such. Told by what comes out first; nothing else is ever unpacked.
 */
public final class PackedSitemap {

    private static final int HEAD_BYTES = 64 * 1024;

    private PackedSitemap() {}

    /**
     * What comes out of a packed document.
     *
     * @param bytes as unpacked; cut if they are too many
     * @param overLimit whether there are more than are allowed
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
    public record Unpacked(byte[] bytes, boolean overLimit) {}

    /**
     * Unpacks a sitemap; empty if the bytes are none, or none that is packed, or broken.
     *
     * @param bytesMax of what comes out
     */
    public static Optional<Unpacked> unpack(byte[] packed, int bytesMax) {
        boolean gzip =
                packed.length > 2 && (packed[0] & 0xFF) == 0x1F && (packed[1] & 0xFF) == 0x8B;
        if (!gzip) {
            return Optional.empty();
        }
        try {
            return fits(first(packed, HEAD_BYTES))
                    ? Optional.of(unpacked(first(packed, bytesMax + 1), bytesMax))
                    : Optional.empty();
        } catch (IOException e) {
            // Damaged: then it is told as any other packed document is.
            return Optional.empty();
        }
    }

    private static Unpacked unpacked(byte[] bytes, int bytesMax) {
        return new Unpacked(bytes, bytes.length > bytesMax);
    }

    private static byte[] first(byte[] packed, int bytesMax) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(bytesMax);
        }
    }

    private static boolean fits(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        String begins = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return SitemapFormat.find(begins).isPresent()
                || FeedFormat.find(begins).isPresent()
                || TextSitemap.fits(begins.substring(0, Math.max(0, begins.lastIndexOf('\n') + 1)));
    }
}

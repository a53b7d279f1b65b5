package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.ImageFormat;

import java.util.EnumSet;
import java.util.Set;

/**
 * What makes a picture usable.
 *
 * @param pixelsMax of all frames together; more is TOO_LARGE_PIXELS
 * @param leadSideMin in pixels; a picture with a shorter side is TOO_SMALL
 * @param accepted formats that consumers can show; others are UNSUPPORTED_FORMAT
 * @param refusalDigests {@code sha256:<hex>} of pictures known to stand for a refusal; they are
 *     PLACEHOLDER
 */
public record ImageRules(
        long pixelsMax, int leadSideMin, Set<ImageFormat> accepted, Set<String> refusalDigests) {

    private static final long PIXELS_MAX = 50_000_000;
    private static final int LEAD_SIDE_MIN = 200;

    /** What every browser of today shows. */
    private static final Set<ImageFormat> OF_BROWSERS =
            EnumSet.of(
                    ImageFormat.JPEG,
                    ImageFormat.PNG,
                    ImageFormat.GIF,
                    ImageFormat.WEBP,
                    ImageFormat.AVIF,
                    ImageFormat.SVG,
                    ImageFormat.BMP,
                    ImageFormat.ICO);

    /** Takes copies. */
    public ImageRules {
        accepted = Set.copyOf(accepted);
        refusalDigests = Set.copyOf(refusalDigests);
        if (pixelsMax < 1 || leadSideMin < 0) {
            throw new IllegalArgumentException("pixelsMax or leadSideMin is too low");
        }
    }

    /** 50 million pixels, 200 on the shorter side, the formats of browsers (CONTRACT section 5). */
    public static ImageRules defaults() {
        return new ImageRules(PIXELS_MAX, LEAD_SIDE_MIN, OF_BROWSERS, Set.of());
    }
}

package io.broadsheet.enrich.step.images;

import io.broadsheet.web.url.UrlScheme;

import java.util.List;
import java.util.Locale;

/** What the mere shape of an image's URL tells. */
final class UrlShape {

    private static final List<String> EXTENSIONS =
            List.of("jpeg", "jpg", "png", "gif", "webp", "avif", "bmp", "svg", "heic", "tiff");

    private UrlShape() {}

    /**
     * Whether name and extension are glued without a dot, as in {@code …566png}: some uploaders do
     * so, and the object may or may not exist under that name.
     */
    static boolean lacksExtensionDot(String url) {
        String name = lastSegment(url).toLowerCase(Locale.ROOT);
        return name.indexOf('.') < 0 && EXTENSIONS.stream().anyMatch(e -> endsGlued(name, e));
    }

    /** Whether it names a scheme, and another than those of the web. */
    static boolean hasForeignScheme(String url) {
        int colon = url.indexOf(':');
        boolean scheme = colon > 0 && url.chars().limit(colon).allMatch(UrlScheme::mayHave);
        return scheme && !url.regionMatches(true, 0, "http", 0, "http".length());
    }

    /** Whether the picture is in the URL itself. */
    static boolean isData(String url) {
        return url.regionMatches(true, 0, "data:", 0, "data:".length());
    }

    private static boolean endsGlued(String name, String extension) {
        int before = name.length() - extension.length() - 1;
        return before >= 0
                && name.endsWith(extension)
                && Character.isLetterOrDigit(name.charAt(before));
    }

    private static String lastSegment(String url) {
        int end = url.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = url.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        return url.substring(url.lastIndexOf('/', Math.max(0, end - 1)) + 1, end);
    }
}

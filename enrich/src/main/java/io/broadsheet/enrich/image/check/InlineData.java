package io.broadsheet.enrich.image.check;

import io.broadsheet.enrich.image.inspect.ImageInspector;
import io.broadsheet.enrich.image.inspect.Inspection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The picture inside a {@code data:} URL (RFC 2397).
 *
 * @param declaredType its media type; empty if it says none
 * @param size bytes
 * @param inspection what the bytes are
 */
record InlineData(Optional<String> declaredType, int size, Inspection inspection) {

    private static final String SCHEME = "data:";
    private static final String BASE64 = ";base64";
    private static final int TYPE_CHARS_MAX = 127;

    static boolean isData(String url) {
        return url.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Never throws; empty if nothing in it can be decoded. */
    static Optional<InlineData> of(String url) {
        int comma = url.indexOf(',');
        if (comma < 0) {
            return Optional.empty();
        }
        String type = url.substring(SCHEME.length(), comma).strip().toLowerCase(Locale.ROOT);
        return bytes(url.substring(comma + 1), type.endsWith(BASE64)).map(bytes -> of(type, bytes));
    }

    private static InlineData of(String type, byte[] bytes) {
        Optional<String> declared =
                Optional.of(type.split(";", 2)[0].strip())
                        .filter(it -> !it.isEmpty() && it.length() <= TYPE_CHARS_MAX);
        return new InlineData(declared, bytes.length, ImageInspector.inspect(bytes, bytes.length));
    }

    /** Browsers decode the percent signs of both kinds, and forgive broken lines in Base64. */
    private static Optional<byte[]> bytes(String data, boolean base64) {
        try {
            String text = URLDecoder.decode(data.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
            return Optional.of(
                    base64
                            ? Base64.getMimeDecoder().decode(text)
                            : text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}

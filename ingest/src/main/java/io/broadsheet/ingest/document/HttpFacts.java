package io.broadsheet.ingest.document;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Optional;

/**
 * How a document was got over HTTP.
 *
 * @param finalUrl where it came from after redirects, absolute; what is relative in it is relative
 *     to this
 * @param status of the answer that had the bytes; null if they were brought and nobody answered
 * @param contentType the header as it came; null if there was none
 * @param etag the header as it came; null if there was none
 * @param lastModified the header as it came; null if there was none
 */
public record HttpFacts(
        String finalUrl,
        @Nullable Integer status,
        @Nullable String contentType,
        @Nullable String etag,
        @Nullable String lastModified) {

    private static final int LABEL_CHARS_MAX = 64;

    /**
     * Of what was brought by somebody who was not asked: no address answered, with no status.
     *
     * @param place stands in for the address; what is relative is relative to this
     * @param contentType the header as it came; null if there was none
     */
    public static HttpFacts brought(String place, @Nullable String contentType) {
        return new HttpFacts(place, null, contentType, null, null);
    }

    /** The address that answered; empty if the bytes were brought. */
    public Optional<String> answeredBy() {
        return status == null ? Optional.empty() : Optional.of(finalUrl);
    }

    /**
     * The label of the {@code charset} parameter (RFC 9110, section 8.3.2), without its quotes;
     * empty if the header names none.
     */
    public Optional<String> charset() {
        return Optional.ofNullable(contentType).flatMap(HttpFacts::charset);
    }

    private static Optional<String> charset(String contentType) {
        String[] parts = contentType.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            String name = equals < 0 ? "" : parts[i].substring(0, equals).strip();
            if (name.toLowerCase(Locale.ROOT).equals("charset")) {
                return Optional.of(unquoted(parts[i].substring(equals + 1)))
                        .filter(label -> !label.isEmpty() && label.length() <= LABEL_CHARS_MAX);
            }
        }
        return Optional.empty();
    }

    /** Servers write single quotes too, which the grammar does not know. */
    private static String unquoted(String value) {
        return value.replace('"', ' ').replace('\'', ' ').strip();
    }
}

package io.broadsheet.enrich.image.verdict;

import io.broadsheet.enrich.image.inspect.ImageFormat;
import io.broadsheet.web.fetch.FetchResult.Answered;
import io.broadsheet.web.url.WebUrl;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What header and name claim a picture to be, held against its bytes. */
public final class DeclaredType {

    private static final int TYPE_CHARS_MAX = 127;
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{2,5})$");

    private DeclaredType() {}

    /** The media type of the header, lower-case, without parameters; empty if there is none. */
    public static Optional<String> ofHeader(Answered answer) {
        return answer.header("content-type")
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty() && type.length() <= TYPE_CHARS_MAX);
    }

    /** The lower-case extension of the path's last part; empty if it has none. */
    public static Optional<String> ofUrl(String url) {
        return WebUrl.parse(url)
                .map(it -> EXTENSION.matcher(it.path()))
                .filter(Matcher::find)
                .map(match -> match.group(1).toLowerCase(Locale.ROOT));
    }

    /** Why header or name do not fit the bytes; empty if they do. */
    static Optional<String> disagreement(Answered answer, ImageFormat format) {
        Optional<String> type = ofHeader(answer);
        if (type.filter(format::isDeclaredBy).isEmpty()) {
            return disagreement("content type", type, format);
        }
        String asked = answer.hops().isEmpty() ? answer.finalUrl() : answer.hops().getFirst().url();
        Optional<String> extension = ofUrl(asked);
        return extension.filter(format::isNamedBy).isEmpty()
                ? disagreement("extension", extension, format)
                : Optional.empty();
    }

    private static Optional<String> disagreement(
            String what, Optional<String> declared, ImageFormat format) {
        return Optional.of(
                "%s %s, bytes are %s"
                        .formatted(what, declared.orElse("missing"), format.mediaType()));
    }
}

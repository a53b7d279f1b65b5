package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.web.url.NormalizedUrl;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a user names an article by: its id or the key of its records, a URL, or the name of the file
 * it came in.
 *
 * @param text as given
 */
public record Sought(String text) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** Whether it is an articleId, by which partitions are known. */
    boolean isId() {
        return ID.matcher(text).matches();
    }

    /** Whether a raw article is known by this. */
    boolean matches(JsonNode raw) {
        Stream<String> names =
                Stream.of(
                                raw.path("articleId"),
                                raw.path("guid"),
                                raw.path("link"),
                                raw.at("/fetch/requestUrl"),
                                raw.at("/fetch/finalUrl"))
                        .map(JsonNode::asText);
        Stream<String> others =
                StreamSupport.stream(raw.path("altIds").spliterator(), false).map(JsonNode::asText);
        return Stream.concat(names, others).anyMatch(this::matches);
    }

    /** Whether this means that URL, in any spelling, or the file of that URL. */
    boolean matches(String url) {
        return url.equals(text)
                || path(url)
                        .filter(path -> path.equals(text) || path.endsWith("/" + relative()))
                        .isPresent()
                || samePage(url);
    }

    private boolean samePage(String url) {
        Optional<NormalizedUrl> page = NormalizedUrl.ofLink(text);
        return page.isPresent() && page.equals(NormalizedUrl.ofLink(url));
    }

    /** The path of a file's URL as people write it; empty for other URLs. */
    private static Optional<String> path(String url) {
        try {
            URI uri = new URI(url);
            return "file".equals(uri.getScheme())
                    ? Optional.ofNullable(uri.getPath())
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private String relative() {
        return text.startsWith("./") ? text.substring(2) : text;
    }
}

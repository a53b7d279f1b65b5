package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.ingest.format.Proxied;
import io.broadsheet.ingest.format.frontmatter.FrontMatterValue.Fields;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.Severity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images that the front matter names. A random picture means that there is none: it is kept among
 * the extensions and never becomes an image. A proxied one stays as written, with the address
 * behind the proxy beside it.
 */
final class DeclaredImages {

    private static final String RANDOM_PICTURES = "https://picsum.photos/";

    private final Draft draft;
    private final String namespace;

    DeclaredImages(Draft draft, String namespace) {
        this.draft = draft;
        this.namespace = namespace;
    }

    /** Adds what the key names; empty if it names no image. */
    Optional<Integer> add(FrontMatterEntry entry, ImageRole role) {
        List<String> urls = urls(entry.value());
        int position = 0;
        for (String url : urls) {
            if (url.startsWith(RANDOM_PICTURES)) {
                draft.unsteadyExtension(namespace + ":" + entry.key(), url);
                draft.flag(
                        "IMAGE_PLACEHOLDER_DROPPED", Severity.INFO, entry.key(), "random picture");
            } else {
                draft.image(
                        image(url, role, entry.key(), position++)
                                .setAlt(first(entry.value(), "alt", "caption").orElse(null))
                                .build());
            }
        }
        return urls.isEmpty() ? Optional.empty() : Optional.of(urls.size());
    }

    private static RawImage.Builder image(String url, ImageRole role, String field, int position) {
        Map<String, String> attributes = new HashMap<>();
        Proxied.behind(url).ifPresent(inner -> attributes.put(Proxied.ATTRIBUTE, inner));
        return RawImage.newBuilder()
                .setUrl(url)
                .setRole(role)
                .setField(field)
                .setPosition(position)
                .setAttributes(attributes);
    }

    /** The URL under {@code url}, {@code path} or {@code src} where the value is a map. */
    private static List<String> urls(FrontMatterValue value) {
        return value instanceof Fields
                ? first(value, "url", "path", "src").stream().toList()
                : Keys.texts(value);
    }

    private static Optional<String> first(FrontMatterValue value, String... keys) {
        if (value instanceof Fields(var entries)) {
            for (FrontMatterEntry entry : entries) {
                if (List.of(keys).contains(entry.key())) {
                    return entry.value().text().map(Braces::decode);
                }
            }
        }
        return Optional.empty();
    }
}

package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The images of the cards that sites make of a page. Of Open Graph's structured properties, each
 * belongs to the {@code og:image} before it (ogp.me, Structured Properties).
 */
final class SocialImages {

    /** Under which the targets of {@code <link rel=image_src>} stand among the meta elements. */
    static final String LINK = "link:image_src";

    private static final List<String> FIELDS =
            List.of(
                    "og:image",
                    "og:image:url",
                    "og:image:secure_url",
                    "twitter:image",
                    "twitter:image:src",
                    LINK,
                    "parsely-image-url",
                    "sailthru.image.full",
                    "thumbnail");

    private static final Set<String> ABOUT =
            Set.of(
                    "og:image:width",
                    "og:image:height",
                    "og:image:type",
                    "og:image:alt",
                    "twitter:image:alt");

    /** One meta element, its name in lower case. */
    record Meta(String name, String content) {}

    /** An image while what is said of it comes. */
    private record Begun(String field, String url, Map<String, String> attributes) {}

    private SocialImages() {}

    /** By field, in order. */
    static List<RawImage> of(List<Meta> metas) {
        List<Begun> begun = new ArrayList<>();
        for (Meta meta : metas) {
            if (FIELDS.contains(meta.name()) && !meta.content().isBlank()) {
                begun.add(new Begun(meta.name(), meta.content(), new HashMap<>()));
            } else if (ABOUT.contains(meta.name()) && !begun.isEmpty()) {
                String name = meta.name().substring(meta.name().lastIndexOf(':') + 1);
                begun.getLast().attributes().putIfAbsent(name, meta.content());
            }
        }
        List<RawImage> images = new ArrayList<>();
        for (String field : FIELDS) {
            List<Begun> own = begun.stream().filter(b -> b.field().equals(field)).toList();
            for (int i = 0; i < own.size(); i++) {
                images.add(image(own.get(i), i));
            }
        }
        return images;
    }

    private static RawImage image(Begun begun, int position) {
        return RawImage.newBuilder()
                .setUrl(begun.url())
                .setRole(begun.field().equals("thumbnail") ? ImageRole.THUMBNAIL : ImageRole.SOCIAL)
                .setField(begun.field())
                .setPosition(position)
                .setAlt(begun.attributes().remove("alt"))
                .setAttributes(begun.attributes())
                .build();
    }
}

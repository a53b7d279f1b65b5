package io.broadsheet.ingest.format.ninjs;

import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The pictures of an item: what it is associated with, and what it is itself. */
final class NinjsImages {

    private NinjsImages() {}

    /** Each once, in its largest rendition. */
    static List<RawImage> of(NinjsItem item) {
        List<RawImage> images = new ArrayList<>();
        for (NinjsItem.Named one : item.objects("associations")) {
            image(one, "associations", images.size()).ifPresent(images::add);
        }
        image(new NinjsItem.Named("main", item), "renditions", 0).ifPresent(images::add);
        return images;
    }

    private static Optional<RawImage> image(NinjsItem.Named one, String field, int position) {
        NinjsItem item = one.item();
        boolean other =
                item.text("type")
                        .filter(t -> !t.equals("picture") && !t.equals("graphic"))
                        .isPresent();
        return item.objects("renditions").stream()
                .map(NinjsItem.Named::item)
                .filter(r -> r.has("href") && !(other && !isImage(r)) && !isOther(r))
                .max(Comparator.comparingLong(NinjsImages::width))
                .flatMap(r -> r.text("href").map(url -> image(url, r, one, field, position)));
    }

    private static RawImage image(
            String url, NinjsItem rendition, NinjsItem.Named one, String field, int position) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : List.of("width", "height", "contenttype", "mimetype")) {
            rendition.text(name).ifPresent(value -> attributes.put(name, value));
        }
        for (String name : List.of("by", "byline", "copyrightnotice", "uri")) {
            one.item().text(name).ifPresent(value -> attributes.put(name, value));
        }
        String called = one.name().toLowerCase(Locale.ROOT);
        boolean lead = called.contains("main") || called.contains("feature");
        return RawImage.newBuilder()
                .setUrl(url)
                .setRole(lead ? ImageRole.LEAD : ImageRole.ENCLOSURE)
                .setField("ninjs:" + field)
                .setPosition(position)
                .setAlt(caption(one.item()))
                .setAttributes(attributes)
                .build();
    }

    private static @Nullable String caption(NinjsItem picture) {
        return picture.text("description_text", "headline")
                .or(() ->
                        Stream.of("descriptions", "headlines")
                                .flatMap(list -> picture.objects(list).stream())
                                .flatMap(d -> d.item().text("value").stream())
                                .findFirst())
                .orElse(null);
    }

    private static boolean isImage(NinjsItem rendition) {
        return rendition
                .text("contenttype", "mimetype")
                .filter(t -> t.startsWith("image/"))
                .isPresent();
    }

    private static boolean isOther(NinjsItem rendition) {
        return rendition
                .text("contenttype", "mimetype")
                .filter(t -> !t.startsWith("image/"))
                .isPresent();
    }

    /** Absurd numbers count as none. */
    private static long width(NinjsItem rendition) {
        return rendition
                .text("width")
                .filter(w -> w.length() < 7 && w.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(Long::parseLong)
                .orElse(0L);
    }
}

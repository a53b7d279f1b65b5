package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Files that an item brings along: images become images, all others stay extensions. */
public final class Enclosures {

    private static final List<String> IMAGE_ENDINGS =
            List.of(".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".bmp");

    private Enclosures() {}

    /**
     * Adds a file.
     *
     * @param element that names it; {@code url} or {@code href}, {@code type} and {@code length}
     *     are its attributes
     */
    public static void add(Draft draft, XmlElement element) {
        Optional<String> address = address(element);
        if (address.isPresent() && isImage(element, address.get())) {
            image(draft, element, address.get(), ImageRole.ENCLOSURE, Map.of());
        } else {
            Extensions.keep(draft, element);
        }
    }

    static Optional<String> address(XmlElement element) {
        return element.attribute("url")
                .or(() -> element.attribute("href"))
                .or(() -> element.attribute("resource"))
                .or(() -> Optional.of(element.text()).filter(Links::isWeb))
                .map(written -> Links.resolved(element, written));
    }

    /** Told by {@code medium}, else by {@code type}, else by the ending of the address. */
    static boolean isImage(XmlElement element, String address) {
        Optional<String> medium = element.attribute("medium");
        if (medium.isPresent()) {
            return medium.get().equalsIgnoreCase("image");
        }
        return element.attribute("type")
                .map(type -> type.toLowerCase(Locale.ROOT).startsWith("image"))
                .orElseGet(() -> endsLikeImage(address));
    }

    private static boolean endsLikeImage(String address) {
        int query = address.indexOf('?');
        String path = query < 0 ? address : address.substring(0, query);
        String lower = path.toLowerCase(Locale.ROOT);
        return IMAGE_ENDINGS.stream().anyMatch(lower::endsWith);
    }

    /** Adds an image with the attributes of its element and some more. */
    static void image(
            Draft draft,
            XmlElement element,
            String address,
            ImageRole role,
            Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(more);
        for (XmlElement.Attribute attribute : element.attributes()) {
            boolean told = attribute.name().equals("url") || attribute.name().equals("href");
            if (!told) {
                attributes.put(attribute.name(), attribute.value());
            }
        }
        image(draft, element.key(), address, role, attributes);
    }

    /** Adds an image that a field names. */
    public static void image(
            Draft draft,
            String field,
            String address,
            ImageRole role,
            Map<String, String> attributes) {
        int position =
                (int) draft.images().stream().filter(i -> i.getField().equals(field)).count();
        draft.image(
                RawImage.newBuilder()
                        .setUrl(address)
                        .setRole(role)
                        .setField(field)
                        .setPosition(position)
                        .setAttributes(new HashMap<>(attributes))
                        .build());
    }
}

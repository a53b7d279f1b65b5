package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;

import java.util.Set;

/**
 * What has no field, kept by name: {@code podcast:season} for the text of an element, {@code
 * podcast:season@name} for an attribute, {@code media:rights/media:note} for what is inside. What
 * stands several times is kept in lines. Counters that run while the article stays the same are no
 * part of "did it change".
 */
public final class Extensions {

    private static final int DEPTH_MAX = 4;
    private static final int EXTENSIONS_MAX = 250;
    private static final int VALUE_CHARS_MAX = 8_192;

    private static final Set<String> COUNTERS =
            Set.of(
                    "slash:comments",
                    "slash:hit_parade",
                    "thr:total",
                    "media:community",
                    "yt:statistics",
                    "gd:rating",
                    "gd:comments",
                    "podcast:socialInteract");

    private Extensions() {}

    /** Keeps an element with all that is in it, as far as there is room. */
    public static void keep(Draft draft, XmlElement element) {
        keep(draft, element, element.key(), COUNTERS.contains(element.key()), 1);
    }

    private static void keep(
            Draft draft, XmlElement element, String key, boolean counter, int depth) {
        if (depth > DEPTH_MAX || draft.extensions().size() >= EXTENSIONS_MAX) {
            return;
        }
        put(draft, key, element.text(), counter);
        for (XmlElement.Attribute attribute : element.attributes()) {
            boolean counts = counter || attribute.name().equals("thr:count");
            put(draft, key + "@" + attribute.name(), attribute.value().strip(), counts);
        }
        for (XmlElement inside : element.elements()) {
            keep(draft, inside, key + "/" + inside.key(), counter, depth + 1);
        }
    }

    /** Keeps a text under a name; after another one there, in a line of its own. */
    public static void put(Draft draft, String key, String value, boolean counter) {
        if (value.isEmpty()) {
            return;
        }
        if (counter) {
            draft.unsteadyExtension(key, value);
            return;
        }
        String held = draft.extensions().get(key);
        if (held == null) {
            draft.extension(key, value);
        } else if (!held.equals(value) && held.length() + value.length() < VALUE_CHARS_MAX) {
            draft.extensions().put(key, held + "\n" + value);
        }
    }
}

package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Media RSS. Images become images, with title, description and credit of their {@code
 * media:content} or, where that has none, of the group and the item around it.
 */
final class MediaRss {

    private static final int IMAGES_MAX = 400;

    private static final List<String> ABOUT = List.of("title", "description", "credit", "text");

    private final Offers offers;
    private final Draft draft;

    MediaRss(Offers offers) {
        this.offers = offers;
        this.draft = offers.draft();
    }

    void take(XmlElement element) {
        switch (element.name()) {
            case "group" -> group(element);
            case "content" -> content(element, Map.of());
            case "thumbnail" -> image(element, ImageRole.THUMBNAIL, Map.of());
            case "title" -> offers.text(Field.TITLE, Rank.AKIN, element.key(), element.text());
            case "description" -> offers.html(Field.SUMMARY, Rank.AKIN, element);
            case "keywords" -> keywords(element);
            case "category" ->
                    Categories.add(
                            draft,
                            element.text(),
                            element.attribute("scheme").orElse(null),
                            element.attribute("label").orElse(null));
            default -> Extensions.keep(draft, element);
        }
    }

    private void group(XmlElement group) {
        Map<String, String> about = about(group);
        for (XmlElement inside : group.elements()) {
            if (inside.is(Vocabulary.MEDIA, "content")) {
                content(inside, about);
            } else {
                take(inside);
            }
        }
    }

    private void content(XmlElement content, Map<String, String> around) {
        Map<String, String> about = new HashMap<>(around);
        about.putAll(about(content));
        String address = Enclosures.address(content).orElse("");
        if (!address.isEmpty() && Enclosures.isImage(content, address)) {
            image(content, ImageRole.ENCLOSURE, about);
        } else {
            file(content);
        }
        for (XmlElement inside : content.elements()) {
            if (!ABOUT.contains(inside.name())) {
                take(inside);
            }
        }
    }

    /** Audio and video, and the player that shows them. */
    private void file(XmlElement content) {
        for (XmlElement.Attribute attribute : content.attributes()) {
            Extensions.put(
                    draft,
                    content.key() + "@" + attribute.name(),
                    attribute.value().strip(),
                    false);
        }
        for (XmlElement inside : content.elements()) {
            if (inside.vocabulary() == Vocabulary.MEDIA && ABOUT.contains(inside.name())) {
                take(inside);
            }
        }
    }

    private static Map<String, String> about(XmlElement element) {
        Map<String, String> about = new HashMap<>();
        for (XmlElement inside : element.elements()) {
            boolean says = inside.vocabulary() == Vocabulary.MEDIA && ABOUT.contains(inside.name());
            if (says && !inside.text().isEmpty()) {
                about.putIfAbsent(inside.key(), inside.text());
            }
        }
        return about;
    }

    private void image(XmlElement element, ImageRole role, Map<String, String> about) {
        if (draft.images().size() < IMAGES_MAX) {
            Enclosures.address(element)
                    .ifPresent(url -> Enclosures.image(draft, element, url, role, about));
        }
    }

    private void keywords(XmlElement element) {
        for (String word : element.text().split(",", -1)) {
            Categories.add(draft, word, element.key(), null);
        }
    }
}

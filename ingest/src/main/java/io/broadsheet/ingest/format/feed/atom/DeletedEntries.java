package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.SourceKind;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an Atom feed says of entries that it has taken back (RFC 6721, {@code at:deleted-entry}).
 */
final class DeletedEntries {

    private DeletedEntries() {}

    static boolean isOne(XmlElement element) {
        return element.is(Vocabulary.AT, "deleted-entry");
    }

    /**
     * The elements without those that are overruled: of an entry and its deletion in one feed the
     * later counts (RFC 6721, section 3). An entry that does not say when it was changed stands.
     */
    static List<XmlElement> settled(List<XmlElement> elements) {
        Map<String, XmlElement> deletions = new HashMap<>();
        elements.stream()
                .filter(DeletedEntries::isOne)
                .forEach(it -> it.attribute("ref").ifPresent(ref -> deletions.put(ref, it)));
        if (deletions.isEmpty()) {
            return elements;
        }
        List<XmlElement> settled = new ArrayList<>(elements);
        for (XmlElement entry : elements) {
            XmlElement deletion = deletions.get(text(entry, "id").orElse(""));
            if (deletion != null) {
                settled.remove(isLater(deletion, entry) ? entry : deletion);
            }
        }
        return settled;
    }

    /** An article of which is only said that it is withdrawn. */
    static Draft adapt(XmlElement deletion) {
        Draft draft = new Draft();
        draft.source().setKind(SourceKind.ATOM);
        deletion.attribute("ref").ifPresent(draft.article()::setGuid);
        deletion.attribute("when").ifPresent(draft.article()::setUpdated);
        deletion.elements().forEach(element -> Extensions.keep(draft, element));
        draft.notUsable("at:deleted-entry: deleted");
        return draft;
    }

    private static boolean isLater(XmlElement deletion, XmlElement entry) {
        Optional<Instant> deleted = deletion.attribute("when").flatMap(DeletedEntries::instant);
        Optional<Instant> updated = text(entry, "updated").flatMap(DeletedEntries::instant);
        return deleted.isPresent() && updated.isPresent() && !deleted.get().isBefore(updated.get());
    }

    private static Optional<String> text(XmlElement entry, String name) {
        return entry.elements().stream()
                .filter(element -> AtomShape.isOwn(element, name))
                .map(XmlElement::text)
                .findFirst();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // no date of RFC 3339: it says nothing about the order
        }
    }
}

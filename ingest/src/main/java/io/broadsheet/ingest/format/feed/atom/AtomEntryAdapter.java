package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.format.feed.field.AtomInItem;
import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.Modules;
import io.broadsheet.ingest.format.feed.field.Offers;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.SourceKind;

/** An entry of Atom to an article. */
final class AtomEntryAdapter {

    private final Draft draft = new Draft();
    private final Offers offers = new Offers(draft);
    private final AtomInItem atom = new AtomInItem(offers, Rank.OWN);
    private final Modules modules = new Modules(offers);

    private AtomEntryAdapter() {}

    static Draft adapt(XmlElement entry, FeedDefaults feed) {
        var adapter = new AtomEntryAdapter();
        adapter.draft.source().setKind(SourceKind.ATOM);
        entry.elements().forEach(adapter::take);
        if (!entry.language().isEmpty()) {
            adapter.offers.text(Field.LANGUAGE, Rank.BORROWED, "", entry.language());
        }
        feed.offer(adapter.offers);
        feed.name(adapter.draft.source());
        adapter.offers.accept("");
        return adapter.draft;
    }

    private void take(XmlElement element) {
        if (!AtomShape.isOwn(element)) {
            modules.take(element);
        } else if (element.name().equals("source")) {
            source(element);
        } else {
            atom.take(element);
        }
    }

    /** An entry that was taken over has the authors and rights of where it is from (RFC 4287). */
    private void source(XmlElement source) {
        FeedDefaults origin = AtomFeedAdapter.adapt(source).defaults();
        origin.authors().forEach(author -> offers.author(Rank.AKIN, author));
        String rights = origin.rights();
        offers.text(
                Field.RIGHTS, Rank.AKIN, "atom:source/atom:rights", rights == null ? "" : rights);
        Extensions.keep(draft, source);
        String title = origin.title();
        if (title != null) {
            draft.extensions().put("atom:source/atom:title", title);
        }
    }
}

package io.broadsheet.ingest.poll.books;

import io.broadsheet.ingest.identity.IdentityPolicy;
import io.broadsheet.ingest.identity.KnownItems;
import io.broadsheet.ingest.identity.Recognition;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** Enters what the items of a feed are known by, and what its names are worth. */
final class NameBook {

    /** Names of so many items of a feed are kept, 45 bytes each. */
    private static final int KNOWN_MAX = 4_096;

    private static final int KNOWN_MIN = 100;

    private NameBook() {}

    /** Each under the id that it had first, and what is known of the feed's names from now on. */
    static List<RawArticle> recognised(
            FeedState.Builder state, List<RawArticle> articles, Instant at) {
        KnownItems known = KnownItems.read(state.getKnownItems(), KNOWN_MAX);
        var recognition = new Recognition(known, at);
        List<RawArticle> recognised = recognition.recognise(articles);
        recognition.remember();
        known.keepLatest(Math.max(KNOWN_MIN, 2 * articles.size()));
        state.setKnownItems(known.write())
                .setIdentityPolicy(
                        IdentityPolicy.after(
                                state.getIdentityPolicy(), articles, recognition.misnamed()));
        return recognised;
    }

    /** The same in words for the log; null if nothing has changed. */
    static @Nullable String change(IdentityBasis before, IdentityBasis after) {
        return before == IdentityBasis.UNKNOWN || before == after
                ? null
                : "more than a twentieth of its items have bad names: known by %s from now on"
                        .formatted(after);
    }
}

package io.broadsheet.ingest.document;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.Severity;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which guids and links of a feed name one article and which name many: generators give one guid to
 * all items, or link all of them to the home page. What stands in a feed twice with the same link
 * and title is one article all the same.
 */
final class FeedNames {

    private final List<Draft> drafts;

    private FeedNames(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** Marks the drafts whose names are not their own. */
    static void mark(List<FeedItem> items) {
        List<Draft> drafts =
                items.stream()
                        .filter(FeedItem.Read.class::isInstance)
                        .map(item -> ((FeedItem.Read) item).draft())
                        // Says of one article of the document that it is withdrawn: no other one.
                        .filter(draft -> draft.notUsable().isEmpty())
                        .toList();
        new FeedNames(drafts).mark();
    }

    private void mark() {
        mark(
                IdentityBasis.GUID,
                draft -> blankToNull(draft.article().getGuid()),
                draft -> draft.article().getLink() + "\n" + draft.article().getTitle());
        mark(
                IdentityBasis.LINK,
                draft -> isKnownByGuid(draft) ? null : blankToNull(draft.article().getLink()),
                draft -> draft.article().getTitle() + "\n" + draft.article().getPublished());
    }

    private void mark(
            IdentityBasis kind,
            Function<Draft, @Nullable String> name,
            Function<Draft, String> article) {
        Map<String, Set<String>> articles = new HashMap<>();
        for (Draft draft : drafts) {
            String key = name.apply(draft);
            if (key != null) {
                articles.computeIfAbsent(key, _ -> new HashSet<>()).add(article.apply(draft));
            }
        }
        for (Draft draft : drafts) {
            String key = name.apply(draft);
            if (key != null && articles.getOrDefault(key, Set.of()).size() > 1) {
                reused(kind, draft);
            }
        }
    }

    private static void reused(IdentityBasis kind, Draft draft) {
        draft.nameReused(kind);
        String field = kind == IdentityBasis.GUID ? "guid" : "link";
        draft.flag(
                kind == IdentityBasis.GUID ? "GUID_REUSED" : "LINK_REUSED",
                Severity.WARNING,
                field,
                null);
    }

    private static boolean isKnownByGuid(Draft draft) {
        return blankToNull(draft.article().getGuid()) != null
                && draft.isNameOwn(IdentityBasis.GUID);
    }

    private static @Nullable String blankToNull(@Nullable String name) {
        return name == null || name.isBlank() ? null : name.strip();
    }
}

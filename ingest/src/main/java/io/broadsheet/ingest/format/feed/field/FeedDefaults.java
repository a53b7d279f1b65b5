package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.Severity;
import io.broadsheet.v1.Source;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a feed says once for all of its items.
 *
 * @param title of the feed; null if it says none
 * @param homePage of the site; null if it says none
 * @param self where the feed wants to be fetched; null if it says none
 * @param language of items that name none; null if it says none
 * @param rights in items that name none; null if it says none
 * @param authors of items that name none
 * @param categories of items that name none
 * @param generator the tool that made the feed, as it names itself; null if it does not
 */
public record FeedDefaults(
        @Nullable String title,
        @Nullable String homePage,
        @Nullable String self,
        @Nullable String language,
        @Nullable String rights,
        List<Agent> authors,
        List<Category> categories,
        @Nullable String generator) {

    public FeedDefaults {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
    }

    /** Offers them to an item, behind all that it says itself. */
    public void offer(Offers offers) {
        offers.text(Field.LANGUAGE, Rank.FEED, "", text(language));
        offers.text(Field.RIGHTS, Rank.FEED, "", text(rights));
        authors.forEach(author -> offers.author(Rank.FEED, author));
        categorise(offers.draft());
    }

    /** A category cannot say where it is from, so the article does. */
    private void categorise(Draft draft) {
        if (draft.categories().isEmpty() && !categories.isEmpty()) {
            categories.forEach(draft::category);
            draft.inherited("categories");
            draft.flag("CATEGORIES_INHERITED", Severity.INFO, "categories", null);
        }
    }

    /** Names the feed as the source of an item. */
    public void name(Source.Builder source) {
        source.setName(title)
                .setUri(homePage)
                .setFeedUrl(self)
                .setCollector(Collectors.named(generator));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

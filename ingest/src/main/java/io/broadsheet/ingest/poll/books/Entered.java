package io.broadsheet.ingest.poll.books;

import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.RawArticle;

import java.util.List;
import java.util.Optional;

/**
 * All that one visit changes; it is written whole or not at all.
 *
 * @param state of the feed from now on
 * @param articles to be published
 * @param letters about what could not be read
 * @param log how the visit went; empty if there was none
 */
public record Entered(
        FeedState state,
        List<RawArticle> articles,
        List<DeadLetter> letters,
        Optional<FetchLogEntry> log) {

    public Entered {
        articles = List.copyOf(articles);
        letters = List.copyOf(letters);
    }

    /** The same with more noted in the state. */
    public Entered with(FeedState noted) {
        return new Entered(noted, articles, letters, log);
    }

    /** Only a state that is corrected. */
    public static Entered of(FeedState state) {
        return new Entered(state, List.of(), List.of(), Optional.empty());
    }
}

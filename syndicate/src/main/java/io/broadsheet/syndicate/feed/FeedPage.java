package io.broadsheet.syndicate.feed;

import io.broadsheet.runtime.digest.Sha256;

import java.time.Instant;
import java.util.Optional;

/**
 * A page of a feed, not yet written.
 *
 * @param request what was asked for
 * @param title of the feed
 * @param stretch the articles
 */
record FeedPage(FeedRequest request, String title, Shelf.Stretch stretch) {

    /** The title, with what the feed is about. */
    String fullTitle() {
        String name = request.name();
        return "all".equals(name) ? title : title + " (" + name + ")";
    }

    /** The name of the feed, whatever its page and wherever it is served. */
    String id() {
        return "urn:news:feed:" + request.name();
    }

    /** The URL of the next page in a format. */
    Optional<String> next(String ending) {
        return stretch.next().map(cursor -> request.page(ending, cursor));
    }

    /** When something on it last changed: never, if there is nothing. */
    Instant changedAt() {
        return stretch.changedAt().orElse(Instant.EPOCH);
    }

    /** The entity tag of its text in a format. */
    String etag(String ending) {
        var facts = new StringBuilder(request.self(ending)).append('\n').append(title);
        stretch.held()
                .forEach(held ->
                        facts.append('\n')
                                .append(held.articleId())
                                .append(' ')
                                .append(held.version()));
        stretch.next().ifPresent(cursor -> facts.append("\nnext ").append(cursor));
        return '"' + Sha256.id(facts.toString()) + '"';
    }
}

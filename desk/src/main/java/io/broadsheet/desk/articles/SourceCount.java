package io.broadsheet.desk.articles;

import java.time.Instant;

/**
 * What a source gave.
 *
 * @param articles how many articles were made anew
 * @param versions how many versions of articles were seen
 * @param latest when the last one was made
 */
public record SourceCount(long articles, long versions, Instant latest) {

    static SourceCount of(ArticleLine line) {
        return new SourceCount(line.version().number() == 1 ? 1 : 0, 1, line.at());
    }

    SourceCount plus(SourceCount other) {
        return new SourceCount(
                articles + other.articles,
                versions + other.versions,
                latest.isAfter(other.latest) ? latest : other.latest);
    }
}

package io.broadsheet.desk.articles;

import io.broadsheet.desk.page.Slice;

import java.util.List;

/**
 * The latest articles that are wanted.
 *
 * @param query words that all of them have
 * @param source only of this one
 * @param lead only with a lead image of this outcome
 * @param articles one page of them
 * @param leads outcomes that can be asked for
 */
public record ArticleList(
        String query, String source, String lead, Slice<ArticleLine> articles, List<String> leads) {

    static ArticleList of(List<ArticleLine> all, Wanted wanted) {
        List<ArticleLine> found =
                all.stream()
                        .filter(line -> line.holds(wanted.query()))
                        .filter(line ->
                                wanted.source().isEmpty()
                                        || line.source().id().equals(wanted.source()))
                        .filter(line ->
                                wanted.lead().isEmpty()
                                        || line.images().outcome().equals(wanted.lead()))
                        .toList();
        List<String> leads =
                all.stream()
                        .map(line -> line.images().outcome())
                        .filter(outcome -> !outcome.isEmpty())
                        .distinct()
                        .sorted()
                        .toList();
        return new ArticleList(
                wanted.query(),
                wanted.source(),
                wanted.lead(),
                Slice.of(found, wanted.page()),
                leads);
    }

    /**
     * What is wanted; what is empty is not asked for.
     *
     * @param query words
     * @param source sourceId
     * @param lead outcome of the lead image
     * @param page from 1
     */
    record Wanted(String query, String source, String lead, int page) {}
}

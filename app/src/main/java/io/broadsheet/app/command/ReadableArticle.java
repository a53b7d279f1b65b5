package io.broadsheet.app.command;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An article as text for a person: headline, who, when and where, an empty line, the body. */
final class ReadableArticle {

    private static final String NEW_LINE = "\n";

    private ReadableArticle() {}

    /** Ends with an empty line, so that the next article stands apart. */
    static String of(EnrichedArticle article) {
        String authors =
                article.getAuthor().stream().map(Agent::getName).collect(Collectors.joining(", "));
        String head =
                Stream.of(
                                text(article.getHeadline()),
                                authors,
                                text(article.getDatePublished()),
                                text(article.getUrl()))
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining(NEW_LINE));
        return head + NEW_LINE + NEW_LINE + text(article.getArticleBody()) + NEW_LINE;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

package io.broadsheet.syndicate.stream;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.filter.FilterWords;
import io.broadsheet.syndicate.form.ArticleForm;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.syndicate.http.Problem;
import io.broadsheet.syndicate.http.ProblemException;
import io.broadsheet.syndicate.http.Query;
import io.broadsheet.syndicate.tail.Positions;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a subscriber asks for.
 *
 * @param versions which topic
 * @param start where in it
 * @param filter which articles
 * @param form in which form
 */
record StreamRequest(Versions versions, Start start, ArticleFilter filter, ArticleForm form) {

    private static final Duration AGO_MAX = Duration.ofDays(36_500);

    private static final Set<String> NAMES =
            Stream.concat(
                            FilterWords.NAMES.stream(),
                            Stream.of("since", "versions", "form", "last-event-id"))
                    .collect(Collectors.toUnmodifiableSet());

    /** Which versions of articles. */
    enum Versions {
        /** The latest of each. */
        LATEST('e'),
        /** All. */
        ALL('r');

        private final char letter;

        Versions(char letter) {
            this.letter = letter;
        }
    }

    /** Where a stream begins. */
    sealed interface Start {

        /** With what comes from now on. */
        record Now() implements Start {}

        /** With what came at that time or later. */
        record Since(Instant time) implements Start {}

        /** Behind the last event that was seen. */
        record Behind(Positions positions) implements Start {}
    }

    /**
     * Reads a request.
     *
     * @param rawQuery as it came
     * @param lastEventId value of the header; empty for none. It wins over the parameter, so that a
     *     browser that comes again goes on where it was
     * @throws ProblemException if something in it means nothing
     */
    static StreamRequest read(
            String rawQuery, Optional<String> lastEventId, ArticleForms forms, Instant now) {
        Query query = Query.read(rawQuery, NAMES);
        Versions versions = versions(query);
        Start start =
                lastEventId
                        .filter(id -> !id.isBlank())
                        .map(id -> behind("the header Last-Event-ID", versions, id.strip()))
                        .or(() ->
                                query.one("last-event-id")
                                        .map(id -> behind("last-event-id", versions, id)))
                        .or(() -> query.one("since").map(text -> since(text, now)))
                        .orElseGet(Start.Now::new);
        return new StreamRequest(versions, start, filter(query), form(query, forms));
    }

    /** The filter of a query. */
    private static ArticleFilter filter(Query query) {
        try {
            return FilterWords.read(query::all);
        } catch (IllegalArgumentException e) {
            throw malformed(String.valueOf(e.getMessage()));
        }
    }

    private static Versions versions(Query query) {
        return switch (query.one("versions").orElse("latest")) {
            case "latest" -> Versions.LATEST;
            case "all" -> Versions.ALL;
            case String other ->
                    throw malformed(
                            "versions = %s: must be latest or all".formatted(Query.quoted(other)));
        };
    }

    private static ArticleForm form(Query query, ArticleForms forms) {
        Optional<String> name = query.one("form");
        return name.map(it ->
                        forms.named(it)
                                .orElseThrow(() ->
                                        malformed(
                                                "form = %s: must be one of %s"
                                                        .formatted(
                                                                Query.quoted(it),
                                                                String.join(", ", forms.names())))))
                .orElseGet(forms::plain);
    }

    private static Start behind(String where, Versions versions, String id) {
        return Positions.parse(versions.letter, id)
                .<Start>map(Start.Behind::new)
                .orElseThrow(() ->
                        malformed(
                                where
                                        + " = "
                                        + Query.quoted(id)
                                        + ": is no id of an event of this stream; leave it out to"
                                        + " begin now, or say since="));
    }

    private static Start since(String text, Instant now) {
        Optional<Instant> time = instant(text).or(() -> ago(text, now));
        return time.<Start>map(Start.Since::new)
                .orElseThrow(() ->
                        malformed(
                                "since = "
                                        + Query.quoted(text)
                                        + ": must be a time as in RFC 3339, such as"
                                        + " 2026-01-31T12:00:00Z, or how long ago, such as 30m, 2h"
                                        + " or 1d"));
    }

    private static Optional<Instant> ago(String text, Instant now) {
        return Setting.parseDuration(text)
                .filter(ago -> !ago.isNegative() && ago.compareTo(AGO_MAX) <= 0)
                .map(now::minus);
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail));
    }
}

package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Offers and evidence, by all that they are asked for. */
final class Case {

    private final List<Accepted> offers;
    private final Evidence evidence;
    private final Map<String, Accepted> byName;
    private final Map<Place, Accepted> byPlace = new HashMap<>();
    private final Map<String, Accepted> byArticle = new HashMap<>();
    private final Map<String, List<Found>> seen = new HashMap<>();
    private final Map<String, List<Found.Raw>> rawsByDocument;
    private final Map<Place, Found.Raw> rawsByPlace;
    private final Map<Place, List<Found.Outcome>> outcomesByRaw;
    private final Map<String, List<Found.Row>> rows;
    private final Map<Place, Found.Version> enrichedByPlace;
    private final Map<String, List<Found.Version>> versions;

    Case(List<Accepted> offers, Evidence evidence) {
        this.offers = offers;
        this.evidence = evidence;
        Evidence.Log log = evidence.log();
        byName = by(offers, accepted -> accepted.offer().name());
        for (Accepted accepted : offers) {
            accepted.place().ifPresent(place -> byPlace.put(place, accepted));
            if (accepted.offer().expected() instanceof Expected.Article article) {
                byArticle.putIfAbsent(article.articleId(), accepted);
            }
        }
        rawsByDocument = grouped(log.raws(), Found.Raw::document);
        rawsByPlace = by(log.raws(), Found.Raw::place);
        outcomesByRaw = grouped(log.outcomes(), Found.Outcome::raw);
        rows = grouped(evidence.store().rows(), Found.Row::articleId);
        enrichedByPlace = by(log.enriched(), Found.Version::place);
        versions = grouped(log.enriched(), Found.Version::articleId);
        Stream.of(log.raws(), log.outcomes(), log.revisions(), log.enriched())
                .flatMap(List::stream)
                .forEach(this::see);
        Stream.of(evidence.store().rows(), evidence.store().writes())
                .flatMap(List::stream)
                .forEach(this::see);
        log.letters().forEach(this::see);
    }

    List<Accepted> offers() {
        return offers;
    }

    Evidence.Log log() {
        return evidence.log();
    }

    Evidence.Store store() {
        return evidence.store();
    }

    Evidence.Course course() {
        return evidence.course();
    }

    /** The offer of a file of that name. */
    Optional<Accepted> named(String document) {
        return Optional.ofNullable(byName.get(document));
    }

    /** The first offer of an article. */
    Optional<Accepted> ofArticle(String articleId) {
        return Optional.ofNullable(byArticle.get(articleId));
    }

    /** What a letter is about: a file, a bad record, or an article that the store refused. */
    Optional<Accepted> ofLetter(Found.Letter letter) {
        if (letter.origin().isEmpty()) {
            return named(letter.document());
        }
        Place origin = letter.origin().get();
        return Optional.ofNullable(byPlace.get(origin))
                .or(() ->
                        Optional.ofNullable(rawsByPlace.get(origin))
                                .flatMap(raw -> named(raw.document())))
                .or(() ->
                        Optional.ofNullable(enrichedByPlace.get(origin))
                                .flatMap(version -> ofArticle(version.articleId())));
    }

    List<Found.Raw> raws(String document) {
        return rawsByDocument.getOrDefault(document, List.of());
    }

    Optional<Found.Raw> raw(Place place) {
        return Optional.ofNullable(rawsByPlace.get(place));
    }

    /** Whether a record of that place was accepted as a bad one. */
    boolean isBadRecord(Place place) {
        return byPlace.containsKey(place);
    }

    List<Found.Outcome> outcomes(Place raw) {
        return outcomesByRaw.getOrDefault(raw, List.of());
    }

    List<Found.Row> rows(String articleId) {
        return rows.getOrDefault(articleId, List.of());
    }

    /** What is of an article on the enriched topic. */
    List<Found.Version> versions(String articleId) {
        return versions.getOrDefault(articleId, List.of());
    }

    /** A record of the enriched topic. */
    Optional<Found.Version> enriched(Place place) {
        return Optional.ofNullable(enrichedByPlace.get(place));
    }

    /** A violation about an article, with all that is known of it. */
    Violation about(String invariant, String articleId, String what) {
        return new Violation(
                invariant,
                articleId,
                ofArticle(articleId).map(a -> a.offer().toString()).orElse(""),
                what,
                seen(articleId));
    }

    /** A violation about an offer, with all that is known of it. */
    Violation about(String invariant, Accepted accepted, String what) {
        String id =
                switch (accepted.offer().expected()) {
                    case Expected.Article(String articleId, _) -> articleId;
                    case Expected.Letter _ -> accepted.offer().name();
                };
        return new Violation(invariant, id, accepted.offer().toString(), what, seen(id));
    }

    private List<String> seen(String id) {
        return seen.getOrDefault(id, List.of()).stream().map(Found::toString).toList();
    }

    private void see(Found found) {
        String id =
                switch (found) {
                    case Found.Raw raw -> raw.articleId();
                    case Found.Outcome outcome -> outcome.articleId();
                    case Found.Version version -> version.articleId();
                    case Found.Row row -> row.articleId();
                    case Found.Write write -> write.articleId();
                    case Found.Letter letter ->
                            ofLetter(letter).map(Case::idOf).orElse(letter.letterId());
                    case Found.NoLetter other -> other.place().toString();
                    case Found.Cursor cursor -> cursor.document();
                    case Found.LetterRow letter -> letter.letterId();
                    case Found.Stuck stuck -> stuck.place().toString();
                    case Found.Passed passed -> passed.record().toString();
                    case Found.Slow slow -> slow.what();
                };
        seen.computeIfAbsent(id, _ -> new ArrayList<>()).add(found);
    }

    private static String idOf(Accepted accepted) {
        return switch (accepted.offer().expected()) {
            case Expected.Article(String articleId, _) -> articleId;
            case Expected.Letter _ -> accepted.offer().name();
        };
    }

    private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
        return all.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, _) -> first));
    }

    private static <K, V> Map<K, List<V>> grouped(List<V> all, Function<V, K> key) {
        return all.stream()
                .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }
}

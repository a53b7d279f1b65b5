package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.e2e.faults.offer.Label.Kind;
import io.broadsheet.e2e.faults.offer.Offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was offered, and what of it was accepted. Safe to use from any thread. */
final class Book {

    private final History history;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Place> acknowledged = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    Book(History history) {
        this.history = history;
    }

    /** About to be offered. */
    synchronized void invoke(Offer offer) {
        offers.add(offer);
        history.add(
                "invoke",
                Map.of(
                        "index",
                        offer.index(),
                        "class",
                        offer.label().toString(),
                        "name",
                        offer.name(),
                        "expected",
                        offer.expected().toString()));
    }

    /** The broker has acknowledged a record. */
    synchronized void acknowledged(Offer offer, Place place) {
        acknowledged.put(offer.name(), place);
        history.add("ok", Map.of("name", offer.name(), "place", place.toString()));
    }

    /** Nobody knows whether the broker has the record. */
    synchronized void unknown(Offer offer, Exception error) {
        history.add("info", Map.of("name", offer.name(), "error", error.toString()));
    }

    /** The cursor of a file was committed. */
    synchronized void taken(String document) {
        if (taken.add(document)) {
            history.add("ok", Map.of("name", document));
        }
    }

    synchronized int size() {
        return offers.size();
    }

    /** Everything offered so far. */
    synchronized List<Accepted> offers() {
        return offers.stream()
                .map(offer ->
                        new Accepted(
                                offer,
                                isAccepted(offer),
                                Optional.ofNullable(acknowledged.get(offer.name()))))
                .toList();
    }

    /** How many are not accepted yet. */
    synchronized long waiting() {
        return offers.stream().filter(offer -> !isAccepted(offer)).count();
    }

    private boolean isAccepted(Offer offer) {
        return offer.label().kind() == Kind.BAD_RECORD
                ? acknowledged.containsKey(offer.name())
                : taken.contains(offer.name());
    }
}

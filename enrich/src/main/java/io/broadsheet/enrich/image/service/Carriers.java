package io.broadsheet.enrich.image.service;

import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheckRequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The articles that carry an image: the latest of them, each once. */
final class Carriers {

    /** A picture of more articles is a logo; those who asked last are told. */
    static final int MAX = 20;

    private Carriers() {}

    static ImageCarrier of(ImageCheckRequest request) {
        return new ImageCarrier(
                request.getArticleId(), request.getArticleUrl(), request.getRequestedAt());
    }

    /** Both together, the latest last. */
    static List<ImageCarrier> joined(List<ImageCarrier> some, List<ImageCarrier> others) {
        Map<String, ImageCarrier> byArticle = new LinkedHashMap<>();
        some.forEach(carrier -> byArticle.put(carrier.getArticleId(), carrier));
        others.forEach(
                carrier -> byArticle.merge(carrier.getArticleId(), carrier, Carriers::later));
        List<ImageCarrier> all = new ArrayList<>(byArticle.values());
        all.sort(Comparator.comparing(ImageCarrier::getAskedAt));
        return List.copyOf(all.subList(Math.max(0, all.size() - MAX), all.size()));
    }

    private static ImageCarrier later(ImageCarrier one, ImageCarrier other) {
        return other.getAskedAt().isBefore(one.getAskedAt()) ? one : other;
    }

    static boolean contain(List<ImageCarrier> carriers, ImageCarrier wanted) {
        return carriers.stream()
                .anyMatch(carrier -> carrier.getArticleId().equals(wanted.getArticleId()));
    }

    /** When anybody asked last; the beginning of time if nobody did. */
    static Instant lastAsked(List<ImageCarrier> carriers) {
        return carriers.isEmpty() ? Instant.EPOCH : carriers.getLast().getAskedAt();
    }
}

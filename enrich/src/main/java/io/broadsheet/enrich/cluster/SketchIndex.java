package io.broadsheet.enrich.cluster;

import io.broadsheet.enrich.cluster.Buckets.Slot;
import io.broadsheet.v1.ArticleSketch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where near-duplicates meet: sketches that have a band in common come into the same bucket. A
 * bucket has few slots; when they are taken, the eldest entry gives way. So the index is bounded
 * without an account of what is in it, and a crowd in one bucket costs no other.
 *
 * <p>An article that is nearly the same as an elder one is not kept, so that a text which hundreds
 * reprint takes one slot, and each of them is compared with the first.
 */
public final class SketchIndex {

    /** Slots of a bucket. */
    public static final int SLOTS = 8;

    /** Whoever is near to one so near to another is near to that one too. */
    private static final double SAME_TEXT_MIN = 0.85;

    /** The one seen first, then the one of the smaller id: the same on all partitions. */
    private static final Comparator<ArticleSketch> BY_AGE =
            Comparator.comparing(ArticleSketch::getFirstCreated)
                    .thenComparing(ArticleSketch::getArticleId);

    private final Buckets buckets;
    private final int bucketCount;
    private final Duration window;

    /**
     * @param entriesMax how many sketches are kept at most
     * @param window articles that came further apart than this do not meet
     */
    public SketchIndex(Buckets buckets, int entriesMax, Duration window) {
        this.buckets = buckets;
        this.bucketCount = bucketCount(entriesMax);
        this.window = window;
    }

    /** How many buckets an index of that size has: they are numbered from 0. */
    public static int bucketCount(int entriesMax) {
        return Math.max(1, entriesMax / SLOTS);
    }

    /**
     * Lets a sketch meet those that came before it, and keeps it if need be.
     *
     * @param band one of its bands
     * @return the pair of it and an elder one, or pairs of it and younger ones
     */
    public List<Meeting> meet(long band, ArticleSketch sketch) {
        int bucket = (int) Long.remainderUnsigned(band, bucketCount);
        List<Slot> slots = buckets.read(bucket);
        List<Other> others = others(slots, band, sketch);
        Optional<Meeting> elder = elder(others, sketch);
        if (elder.isPresent()) {
            if (elder.get().match().score() < SAME_TEXT_MIN) {
                buckets.write(bucket, slotFor(slots, others, sketch), band, sketch);
            }
            return List.of(elder.get());
        }
        List<Meeting> meetings = new ArrayList<>();
        int slot = slotFor(slots, others, sketch);
        for (Other other : others) {
            Optional<Meeting> younger = younger(sketch, other.sketch());
            if (younger.isPresent()) {
                slot = meetings.isEmpty() ? other.slot() : slot;
                meetings.add(younger.get());
            }
        }
        buckets.write(bucket, slot, band, sketch);
        return meetings;
    }

    /** An entry with the same band, which may be the article's own of an earlier version. */
    private record Other(int slot, ArticleSketch sketch) {}

    private List<Other> others(List<Slot> slots, long band, ArticleSketch sketch) {
        return slots.stream()
                .filter(slot -> slot.band() == band && isInTime(slot, sketch))
                .map(slot -> new Other(slot.number(), slot.sketch().get()))
                .toList();
    }

    private boolean isInTime(Slot slot, ArticleSketch sketch) {
        return Duration.between(slot.seenAt(), sketch.getSeenAt()).abs().compareTo(window) <= 0;
    }

    private static Optional<Meeting> elder(List<Other> others, ArticleSketch sketch) {
        return others.stream()
                .map(Other::sketch)
                .filter(other -> BY_AGE.compare(other, sketch) < 0)
                .filter(other -> !isOwn(other, sketch))
                .sorted(BY_AGE)
                .flatMap(elder -> meeting(elder, sketch).stream())
                .findFirst();
    }

    private static Optional<Meeting> younger(ArticleSketch sketch, ArticleSketch other) {
        return BY_AGE.compare(sketch, other) < 0 && !isOwn(other, sketch)
                ? meeting(sketch, other)
                : Optional.empty();
    }

    private static boolean isOwn(ArticleSketch other, ArticleSketch sketch) {
        return other.getArticleId().equals(sketch.getArticleId());
    }

    private static Optional<Meeting> meeting(ArticleSketch elder, ArticleSketch younger) {
        return ClusterRules.match(elder, younger).map(match -> new Meeting(elder, younger, match));
    }

    /** Its own, one that is free, or that of the entry that came first. */
    private static int slotFor(List<Slot> taken, List<Other> others, ArticleSketch sketch) {
        Optional<Other> own =
                others.stream().filter(other -> isOwn(other.sketch(), sketch)).findFirst();
        if (own.isPresent()) {
            return own.get().slot();
        }
        return taken.size() < SLOTS
                ? firstFree(taken)
                : taken.stream()
                        .min(Comparator.comparing(Slot::seenAt))
                        .map(Slot::number)
                        .orElse(0);
    }

    private static int firstFree(List<Slot> taken) {
        int free = 0;
        for (Slot slot : taken) {
            free += slot.number() == free ? 1 : 0;
        }
        return free;
    }
}

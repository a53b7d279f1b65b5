package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Where the index keeps its sketches: buckets of numbered slots. */
public interface Buckets {

    /**
     * A slot that is taken.
     *
     * @param number from 0
     * @param band by which the sketch is kept here
     * @param seenAt when the sketch came
     * @param sketch reads it, which costs something
     */
    record Slot(int number, long band, Instant seenAt, Supplier<ArticleSketch> sketch) {}

    /** All slots of a bucket that are taken, by number. */
    List<Slot> read(int bucket);

    /** Puts a sketch into a slot, in place of what was there. */
    void write(int bucket, int slot, long band, ArticleSketch sketch);
}

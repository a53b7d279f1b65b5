package io.broadsheet.bench.neardup;

import io.broadsheet.enrich.cluster.HeapBuckets;
import io.broadsheet.enrich.cluster.Meeting;
import io.broadsheet.enrich.cluster.SketchIndex;
import io.broadsheet.enrich.cluster.SketchOf;
import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.enrich.step.fingerprint.FingerprintStep;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets articles find their near-duplicates, by the steps and the index of the product. */
final class Clustering {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final RecordRef NOWHERE = new RecordRef(Topics.RAW.name(), 0, 0L);
    private static final int ENTRIES_MAX = 1_000_000;

    private final SketchIndex index =
            new SketchIndex(new HeapBuckets(), ENTRIES_MAX, Duration.ofDays(14));
    private final Map<String, String> primaries = new HashMap<>();
    private final List<Meeting> meetings = new ArrayList<>();
    private int taken;
    private long stepNanos;
    private long indexNanos;

    /** Takes one in; it comes a second after the one before. */
    void take(Paper paper) {
        long start = cpu();
        Optional<Fingerprint> print = FingerprintStep.of(paper.text());
        long middle = cpu();
        taken++;
        print.ifPresent(found -> meet(article(paper), found));
        stepNanos += middle - start;
        indexNanos += cpu() - middle;
    }

    /** The primary of the cluster that the article came into; itself if it has none. */
    String primaryOf(Paper paper) {
        String id = paper.id();
        while (primaries.containsKey(id)) {
            id = primaries.get(id);
        }
        return id;
    }

    List<Meeting> meetings() {
        return meetings;
    }

    /** Time of the processor that the fingerprint of one article took. */
    Duration step() {
        return Duration.ofNanos(stepNanos / Math.max(1, taken));
    }

    /** Time of the processor that sketch and index took for one article, stores not counted. */
    Duration index() {
        return Duration.ofNanos(indexNanos / Math.max(1, taken));
    }

    private void meet(EnrichedArticle article, Fingerprint print) {
        ArticleSketch sketch = SketchOf.article(article, print, article.getFirstCreated());
        for (long band : print.bands()) {
            for (Meeting meeting : index.meet(band, sketch)) {
                meetings.add(meeting);
                unite(meeting.elder().getArticleId(), meeting.younger().getArticleId());
            }
        }
    }

    /** As articles tell each other: all of a cluster end with the one that was seen first. */
    private void unite(String elder, String younger) {
        String one = root(elder);
        String other = root(younger);
        if (!one.equals(other)) {
            primaries.put(other, one);
        }
    }

    private String root(String id) {
        String root = id;
        while (primaries.containsKey(root)) {
            root = primaries.get(root);
        }
        return root;
    }

    private EnrichedArticle article(Paper paper) {
        Instant now = START.plusSeconds(taken);
        return EnrichedArticle.newBuilder()
                .setArticleId(paper.id())
                .setVersion(1)
                .setContentHash("none")
                .setSource(Source.newBuilder().setSourceId(paper.source()).build())
                .setHeadline(paper.title().orElse(null))
                .setFirstCreated(now)
                .setVersionCreated(now)
                .setRawRef(NOWHERE)
                .build();
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}

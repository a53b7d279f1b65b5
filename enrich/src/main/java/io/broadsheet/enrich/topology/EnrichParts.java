package io.broadsheet.enrich.topology;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.registry.SchemaRegistry;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** What the topology is made of, shared by all its threads. */
public final class EnrichParts {

    private static final Duration COMMIT_SOON = Duration.ofMillis(100);

    private final Function<EnrichInput, EnrichResult> steps;
    private final ImageChecking checking;
    private final Codecs codecs;
    private final Burial burial;
    private final Clustering clustering;
    private final Duration commitSoon;

    /**
     * Puts the parts together.
     *
     * @param registry knows the schemas; must have those of all topics that are written
     * @param steps from raw to enriched; safe for many threads
     * @param checking whether articles wait for their images
     * @param letters who buries
     * @param claims where payloads go that are too large for a dead letter
     */
    public EnrichParts(
            SchemaRegistry registry,
            Function<EnrichInput, EnrichResult> steps,
            ImageChecking checking,
            DeadLetters letters,
            ClaimStore claims) {
        this.steps = steps;
        this.checking = checking;
        this.codecs = Codecs.of(registry, RegistryPatience.standard());
        this.burial = new Burial(letters, claims, codecs, EnrichWatch.unseen(letters.clock()));
        this.clustering = Clustering.defaults();
        this.commitSoon = COMMIT_SOON;
    }

    private EnrichParts(
            EnrichParts parts, Burial burial, Clustering clustering, Duration commitSoon) {
        this.steps = parts.steps;
        this.checking = parts.checking;
        this.codecs = parts.codecs;
        this.burial = burial;
        this.clustering = clustering;
        this.commitSoon = commitSoon;
    }

    /** The same, with what was decided about near-duplicates; else as by default. */
    public EnrichParts with(Clustering decided) {
        return new EnrichParts(this, burial, decided, commitSoon);
    }

    /** The same, with somebody who looks on. */
    public EnrichParts with(EnrichWatch watch) {
        var watched = new Burial(burial.letters(), burial.claims(), codecs, watch);
        return new EnrichParts(this, watched, clustering, commitSoon);
    }

    /** The same, with how long a transaction takes at most while there is no backlog. */
    public EnrichParts with(Duration commit) {
        return new EnrichParts(this, burial, clustering, commit);
    }

    Function<EnrichInput, EnrichResult> steps() {
        return steps;
    }

    ImageChecking checking() {
        return checking;
    }

    Clustering clustering() {
        return clustering;
    }

    Duration commitSoon() {
        return commitSoon;
    }

    Codecs codecs() {
        return codecs;
    }

    Burial burial() {
        return burial;
    }

    EnrichWatch watch() {
        return burial.watch();
    }

    InstantSource clock() {
        return burial.letters().clock();
    }

    /** The node that remembers; one for each task. */
    ArticleProcessor articles() {
        return new ArticleProcessor(this);
    }

    /** The node where near-duplicates meet; one for each task. */
    ClusterIndex clusterIndex() {
        return new ClusterIndex(this);
    }
}

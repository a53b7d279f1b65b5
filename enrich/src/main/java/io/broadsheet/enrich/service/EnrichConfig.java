package io.broadsheet.enrich.service;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.step.language.Languages;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How enrichment runs.
 *
 * @param applicationId names the consumer group, the transactions and the changelogs
 * @param stateDirectory where the stores are; one for each instance
 * @param threads stream threads
 * @param commitInterval how often a transaction ends while there is no backlog: how long a
 *     subscriber waits at least
 * @param replication of the changelogs; -1 is what the broker does by default
 * @param instanceId names this instance in its group, so that a quick restart moves no partitions
 * @param checking whether articles wait for their images
 * @param steps what an operator may decide about the steps
 */
public record EnrichConfig(
        String applicationId,
        Path stateDirectory,
        int threads,
        Duration commitInterval,
        int replication,
        Optional<String> instanceId,
        ImageChecking checking,
        EnrichSettings steps) {

    /** Where nothing else is said: also the consumer group. */
    public static final String APPLICATION_ID = "broadsheet-enrich";

    private static final Setting<Integer> THREADS =
            Setting.integer("enrich.threads", "stream threads", 3, new IntBounds(1, 64));
    private static final Setting<Duration> COMMIT_INTERVAL =
            Setting.duration(
                    "enrich.commit.interval",
                    "how often a transaction ends, for which subscribers wait; less often, down to"
                            + " once a second, while articles queue",
                    Duration.ofMillis(100));
    private static final Setting<Integer> REPLICATION =
            Setting.integer(
                    "enrich.replication.factor",
                    "replicas of the changelogs; -1 is what the broker does by default",
                    -1,
                    new IntBounds(-1, 9));
    private static final Setting<String> INSTANCE =
            Setting.text(
                    "enrich.instance",
                    "name of this instance in its group, so that a quick restart moves no"
                            + " partitions; empty for none",
                    "");
    private static final Setting<Boolean> CHECKING =
            Setting.flag("images.enabled", "whether images are checked at all", true);
    private static final Setting<Duration> WAIT_MAX =
            Setting.duration(
                    "images.wait.max",
                    "how long an article waits for its images before it is complete with gaps",
                    ImageChecking.defaults().waitMax());
    private static final Setting<Integer> PENDING_MAX =
            Setting.integer(
                    "images.pending.max",
                    "articles of one partition that may wait for images at once, 300 bytes of heap"
                            + " each; the images of more are not checked",
                    ImageChecking.defaults().pendingMax(),
                    new IntBounds(0, 10_000_000));
    private static final Setting<Integer> IMAGES_CHECKED_MAX =
            Setting.integer(
                    "images.per.article.max",
                    "distinct images of one article that are checked",
                    EnrichSettings.defaults().imagesCheckedMax(),
                    new IntBounds(0, 1_000));
    private static final Setting<Map<String, Duration>> OFFSETS =
            new Setting<>(
                    "enrich.utc.offset.corrections",
                    "what is added to the declared dates of sources known to name the wrong zone",
                    "sourceId=time pairs such as outlet-a=-8h,outlet-b=30m",
                    Map.of(),
                    "",
                    OffsetCorrections::parse);

    private static final Setting<Languages> LANGUAGES =
            new Setting<>(
                    "enrich.languages",
                    "the languages that a text may be found to be in; a declared one may be"
                            + " another",
                    "all, or some of " + Languages.known(),
                    EnrichSettings.defaults().languages(),
                    "all",
                    Languages::parse);

    private static final Setting<Integer> OFFSET_AGREE_MIN =
            Setting.integer(
                    "enrich.utc.offset.learned.from",
                    "articles of a source that must agree until the error of its declared dates"
                            + " counts as known and is corrected; 0 for never",
                    EnrichSettings.defaults().offsetAgreeMin(),
                    new IntBounds(0, 16));

    private static final Setting<Integer> KEYWORDS_EXTRACTED_MAX =
            Setting.integer(
                    "enrich.keywords.extracted.max",
                    "keywords that are taken from the text of an article whose source names none;"
                            + " 0 for none",
                    EnrichSettings.defaults().keywordsExtractedMax(),
                    new IntBounds(0, 50));

    private static final Setting<Boolean> CLUSTERS =
            Setting.flag("enrich.clusters", "whether near-duplicates are looked for", true);

    private static final Setting<Set<String>> CLUSTERS_OFF =
            new Setting<>(
                    "enrich.clusters.except.sources",
                    "sources whose articles are not compared with others",
                    "sourceIds such as outlet-a,outlet-b",
                    Set.of(),
                    "",
                    EnrichConfig::sources);

    private static final Setting<Duration> CLUSTERS_WINDOW =
            Setting.duration(
                    "enrich.clusters.window",
                    "articles that came further apart than this are not compared",
                    Clustering.defaults().window());

    private static final Setting<Integer> CLUSTERS_ENTRIES_MAX =
            Setting.integer(
                    "enrich.clusters.index.max",
                    "sketches that one partition of the index keeps, four for an article; the"
                            + " eldest give way",
                    Clustering.defaults().entriesMax(),
                    new IntBounds(1, 100_000_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(
                    THREADS,
                    COMMIT_INTERVAL,
                    REPLICATION,
                    INSTANCE,
                    OFFSETS,
                    LANGUAGES,
                    OFFSET_AGREE_MIN,
                    KEYWORDS_EXTRACTED_MAX,
                    CLUSTERS,
                    CLUSTERS_OFF,
                    CLUSTERS_WINDOW,
                    CLUSTERS_ENTRIES_MAX,
                    CHECKING,
                    WAIT_MAX,
                    PENDING_MAX,
                    IMAGES_CHECKED_MAX);

    /** Refuses an impossible interval. */
    public EnrichConfig {
        if (commitInterval.isNegative()) {
            throw new IllegalArgumentException("commitInterval must not be negative");
        }
    }

    /**
     * From values that were read.
     *
     * @param stateDirectory where the stores are
     */
    public static EnrichConfig of(SettingValues values, Path stateDirectory) {
        return new EnrichConfig(
                APPLICATION_ID,
                stateDirectory,
                values.get(THREADS),
                values.get(COMMIT_INTERVAL),
                values.get(REPLICATION),
                Optional.of(values.get(INSTANCE)).filter(name -> !name.isBlank()),
                new ImageChecking(
                        values.get(CHECKING), values.get(WAIT_MAX), values.get(PENDING_MAX)),
                new EnrichSettings(
                        values.get(OFFSETS),
                        values.get(IMAGES_CHECKED_MAX),
                        values.get(LANGUAGES),
                        values.get(OFFSET_AGREE_MIN),
                        values.get(KEYWORDS_EXTRACTED_MAX),
                        new Clustering(
                                values.get(CLUSTERS),
                                values.get(CLUSTERS_OFF),
                                values.get(CLUSTERS_WINDOW),
                                values.get(CLUSTERS_ENTRIES_MAX))));
    }

    private static Optional<Set<String>> sources(String text) {
        return Optional.of(
                Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(source -> !source.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** One machine, one broker: as many threads as the topics have partitions there, 100 ms. */
    public static EnrichConfig standard(Path stateDirectory, ImageChecking checking) {
        return new EnrichConfig(
                APPLICATION_ID,
                stateDirectory,
                THREADS.fallback(),
                COMMIT_INTERVAL.fallback(),
                REPLICATION.fallback(),
                Optional.empty(),
                checking,
                EnrichSettings.defaults());
    }

    /** The same, with images left unchecked. */
    public EnrichConfig withoutImageChecks() {
        return new EnrichConfig(
                applicationId,
                stateDirectory,
                threads,
                commitInterval,
                replication,
                instanceId,
                ImageChecking.disabled(),
                steps);
    }
}

package io.broadsheet.ingest.backfill;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.util.List;
import java.util.Optional;

/**
 * How fast what waits in the lane of backfills may go on.
 *
 * @param perSecondMax articles a second of this instance
 * @param enrichLagMax records of a partition that enrichment may have before it; while there are
 *     more none is added
 * @param imageLagMax requests to check images that may be open, of all partitions
 * @param ahead the groups whose lag is looked at
 */
public record BackfillConfig(int perSecondMax, int enrichLagMax, int imageLagMax, Ahead ahead) {

    /** The group that all instances form. */
    public static final String GROUP_ID = "broadsheet-backfill";

    private static final Setting<Boolean> ENABLED =
            Setting.flag(
                    "backfill.move",
                    "whether this process lets backfilled articles go on to enrichment",
                    true);
    private static final Setting<Integer> PER_SECOND =
            Setting.integer(
                    "backfill.rate.max",
                    "backfilled articles a second that this process lets go on",
                    500,
                    new IntBounds(1, 100_000));
    private static final Setting<Integer> ENRICH_LAG =
            Setting.integer(
                    "backfill.enrich.lag.max",
                    "records of a partition that may wait for enrichment while backfilled articles"
                            + " go on: what is new waits behind so many at most, and a hundred",
                    200,
                    new IntBounds(1, 1_000_000));
    private static final Setting<Integer> IMAGE_LAG =
            Setting.integer(
                    "backfill.image.lag.max",
                    "requests to check images that may be open while backfilled articles go on",
                    300,
                    new IntBounds(1, 1_000_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(ENABLED, PER_SECOND, ENRICH_LAG, IMAGE_LAG);

    /**
     * Who comes after.
     *
     * @param enrichGroup reads raw articles
     * @param imageGroup reads requests to check images
     */
    public record Ahead(String enrichGroup, String imageGroup) {}

    /** From values that were read; empty if this process lets nothing go on. */
    public static Optional<BackfillConfig> read(SettingValues values, Ahead ahead) {
        return values.get(ENABLED)
                ? Optional.of(
                        new BackfillConfig(
                                values.get(PER_SECOND),
                                values.get(ENRICH_LAG),
                                values.get(IMAGE_LAG),
                                ahead))
                : Optional.empty();
    }
}

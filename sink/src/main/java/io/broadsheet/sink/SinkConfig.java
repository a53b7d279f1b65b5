package io.broadsheet.sink;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.time.Duration;
import java.util.List;

/**
 * How a sink works.
 *
 * @param instance name of this instance in its consumer group; a second one of the same name takes
 *     over at once, with no wait for a session to end
 * @param batchRecordsMax records in one transaction
 * @param batchBytesMax bytes of records in one transaction, passed by one record at most
 * @param batchWaitMax how long a record waits for others to share its transaction
 * @param retryWaitMin first wait when the store or the registry cannot be used; doubles each time
 * @param retryWaitMax longest such wait
 * @param buriedInARowMax so many records in a row may be buried by the sink; one more stops it
 * @param buriedPerThousandMax so many of the last 1,000 may be; one more stops it
 */
public record SinkConfig(
        String instance,
        int batchRecordsMax,
        int batchBytesMax,
        Duration batchWaitMax,
        Duration retryWaitMin,
        Duration retryWaitMax,
        int buriedInARowMax,
        int buriedPerThousandMax) {

    private static final int MIB = 1024 * 1024;

    private static final Setting<String> INSTANCE =
            Setting.text("sink.instance", "name of this sink in its consumer group", "1");
    private static final Setting<Integer> BATCH_RECORDS =
            Setting.integer(
                    "sink.batch.records",
                    "records stored in one transaction",
                    500,
                    new IntBounds(1, 10_000));
    private static final Setting<Integer> BATCH_BYTES =
            Setting.integer(
                    "sink.batch.bytes",
                    "bytes stored in one transaction",
                    8 * MIB,
                    new IntBounds(MIB / 16, 64 * MIB));
    private static final Setting<Duration> BATCH_WAIT =
            Setting.duration(
                    "sink.batch.wait",
                    "how long a record waits for others to share its transaction",
                    Duration.ofMillis(50));
    private static final Setting<Duration> RETRY_MIN =
            Setting.duration(
                    "sink.retry.wait.min",
                    "first wait when the store or the registry cannot be used",
                    Duration.ofMillis(500));
    private static final Setting<Duration> RETRY_MAX =
            Setting.duration(
                    "sink.retry.wait.max",
                    "longest wait between two tries",
                    Duration.ofSeconds(30));
    private static final Setting<Integer> BURIED_IN_A_ROW =
            Setting.integer(
                    "sink.buried.in.a.row",
                    "records in a row that may be buried before the sink stops",
                    20,
                    new IntBounds(0, 1_000_000));
    private static final Setting<Integer> BURIED_PER_THOUSAND =
            Setting.integer(
                    "sink.buried.per.thousand",
                    "records of the last 1,000 that may be buried before the sink stops",
                    50,
                    new IntBounds(0, 1_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(
                    INSTANCE,
                    BATCH_RECORDS,
                    BATCH_BYTES,
                    BATCH_WAIT,
                    RETRY_MIN,
                    RETRY_MAX,
                    BURIED_IN_A_ROW,
                    BURIED_PER_THOUSAND);

    public SinkConfig {
        if (retryWaitMin.isNegative() || retryWaitMin.isZero()) {
            throw new IllegalArgumentException("sink.retry.wait.min must be more than 0");
        }
        if (retryWaitMax.compareTo(retryWaitMin) < 0) {
            throw new IllegalArgumentException(
                    "sink.retry.wait.max must not be less than sink.retry.wait.min");
        }
    }

    /** From values that were read. */
    public static SinkConfig of(SettingValues values) {
        return new SinkConfig(
                values.get(INSTANCE),
                values.get(BATCH_RECORDS),
                values.get(BATCH_BYTES),
                values.get(BATCH_WAIT),
                values.get(RETRY_MIN),
                values.get(RETRY_MAX),
                values.get(BURIED_IN_A_ROW),
                values.get(BURIED_PER_THOUSAND));
    }

    /** Every setting at its default. */
    public static SinkConfig defaults() {
        return new SinkConfig(
                INSTANCE.fallback(),
                BATCH_RECORDS.fallback(),
                BATCH_BYTES.fallback(),
                BATCH_WAIT.fallback(),
                RETRY_MIN.fallback(),
                RETRY_MAX.fallback(),
                BURIED_IN_A_ROW.fallback(),
                BURIED_PER_THOUSAND.fallback());
    }
}

package io.broadsheet.enrich.service;

import io.broadsheet.enrich.topology.CommitPace;
import io.broadsheet.enrich.topology.DefectBurial;
import io.broadsheet.enrich.topology.EnrichParts;
import io.broadsheet.enrich.topology.NothingUnproduced;
import io.broadsheet.enrich.topology.SmallRocks;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The settings of Kafka Streams; what the operator sets by prefix wins over all of them. */
final class StreamsProperties {

    /** KIP-1270; the constant was deprecated the day it came. */
    private static final String HANDLER_GLOBAL = "processing.exception.handler.global.enabled";

    /**
     * Above any pause of ours inside a transaction, see {@code RegistryPatience}; and no more,
     * since readers of committed records wait this long, and up to 10 s for the broker to notice,
     * when an instance was killed and another took over.
     */
    private static final int TRANSACTION_TIMEOUT_MS = 15_000;

    /** So that after a kill the partitions are taken over soon. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final int HEARTBEAT_MS = 3_000;

    /** Of records up to 4 MiB, what all threads hold at once must fit a heap of 1 GiB. */
    private static final int BUFFERED_RECORDS = 200;

    private static final int FETCH_BYTES = 16 * 1024 * 1024;

    private StreamsProperties() {}

    /**
     * All settings.
     *
     * @param access how the broker is reached, and what the operator set
     */
    static Properties of(EnrichConfig config, EnrichParts parts, Map<String, Object> access) {
        Map<String, Object> settings = new HashMap<>(guarantees(config));
        settings.putAll(handlers(parts));
        settings.putAll(limits(config));
        settings.putAll(access);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private static Map<String, Object> guarantees(EnrichConfig config) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Math.max(config.commitInterval().toMillis(), CommitPace.SELDOM.toMillis()));
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replication());
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.NO_OPTIMIZATION);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_TIMEOUT_MS);
        settings.put(consumer(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_TIMEOUT_MS);
        settings.put(consumer(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), HEARTBEAT_MS);
        config.instanceId()
                .ifPresent(
                        id -> settings.put(consumer(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), id));
        return settings;
    }

    private static Map<String, Object> handlers(EnrichParts parts) {
        return Map.of(
                DefectBurial.PARTS,
                parts,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                DefectBurial.class,
                HANDLER_GLOBAL,
                true,
                // Keys and values are bytes to Streams: this one has nothing to do.
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndFailExceptionHandler.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                NothingUnproduced.class);
    }

    private static Map<String, Object> limits(EnrichConfig config) {
        return Map.of(
                StreamsConfig.STATE_DIR_CONFIG,
                config.stateDirectory().toString(),
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                config.threads(),
                StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                SmallRocks.class,
                StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                0L,
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
                BUFFERED_RECORDS,
                consumer(ConsumerConfig.FETCH_MAX_BYTES_CONFIG),
                FETCH_BYTES,
                consumer(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                BUFFERED_RECORDS,
                // Articles and answers need not wait for each other.
                StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                StreamsConfig.MAX_TASK_IDLE_MS_DISABLED,
                StreamsConfig.ENABLE_METRICS_PUSH_CONFIG,
                false);
    }

    private static String producer(String key) {
        return StreamsConfig.producerPrefix(key);
    }

    private static String consumer(String key) {
        return StreamsConfig.consumerPrefix(key);
    }
}

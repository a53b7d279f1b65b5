package io.broadsheet.e2e.faults.machine;

import java.util.Map;

/** The services, each a process of its own. */
public enum Part {
    INGEST("ingest"),
    ENRICH_1("enrich"),
    /** Connected through a wire that can be cut. */
    ENRICH_2("enrich"),
    CHECK_IMAGES("check-images"),
    SINK_1("sink"),
    SINK_2("sink");

    private final String command;

    Part(String command) {
        this.command = command;
    }

    /** The command that runs it. */
    String command() {
        return command;
    }

    /**
     * Its own settings. Sessions and retries are shorter than the defaults, so that a run of
     * minutes holds as many takeovers as it can.
     */
    Map<String, String> settings() {
        return switch (this) {
            case INGEST -> Map.of("INGEST_SOURCE_ID", "faults");
            case ENRICH_1, ENRICH_2 ->
                    Map.of(
                            "ENRICH_INSTANCE",
                            name(),
                            "ENRICH_THREADS",
                            "1",
                            "IMAGES_WAIT_MAX",
                            "10s",
                            "KAFKA_CONSUMER_SESSION_TIMEOUT_MS",
                            "6000",
                            "KAFKA_CONSUMER_HEARTBEAT_INTERVAL_MS",
                            "1500",
                            "KAFKA_PRODUCER_INTERCEPTOR_CLASSES",
                            HaltingInterceptor.class.getName());
            case CHECK_IMAGES ->
                    Map.of(
                            "CHECK_IMAGES_PRIVATE_ADDRESSES",
                            "true",
                            "CHECK_IMAGES_HOST_PER_SECOND",
                            "1000",
                            "CHECK_IMAGES_HOST_IN_FLIGHT",
                            "16",
                            "CHECK_IMAGES_INSTANCE",
                            name());
            case SINK_1, SINK_2 ->
                    Map.of(
                            "SINK_INSTANCE",
                            name(),
                            "SINK_RETRY_WAIT_MAX",
                            "2s",
                            "KAFKA_CONSUMER_SESSION_TIMEOUT_MS",
                            "6000",
                            "KAFKA_CONSUMER_HEARTBEAT_INTERVAL_MS",
                            "1500");
        };
    }
}

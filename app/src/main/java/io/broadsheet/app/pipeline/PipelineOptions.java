package io.broadsheet.app.pipeline;

import io.broadsheet.enrich.ImageChecking;

import java.time.InstantSource;
import java.util.Map;

/**
 * How everything in one process is run.
 *
 * @param brokerPort or 0 for any free one
 * @param registryPort or 0 for any free one
 * @param checking whether images are checked, and how long an article waits for them
 * @param kafkaSettings the user's, by prefixed name
 * @param clock the time
 */
public record PipelineOptions(
        int brokerPort,
        int registryPort,
        ImageChecking checking,
        Map<String, String> kafkaSettings,
        InstantSource clock) {

    public PipelineOptions {
        kafkaSettings = Map.copyOf(kafkaSettings);
    }
}

package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.settings.SettingValues;

import java.time.InstantSource;

/**
 * How everything in one process is run.
 *
 * @param brokerPort or 0 for any free one
 * @param registryPort or 0 for any free one
 * @param images what of the world's images is fetched
 * @param settings of all services
 * @param clock the time
 */
public record PipelineOptions(
        int brokerPort,
        int registryPort,
        Images images,
        SettingValues settings,
        InstantSource clock) {

    /** What of the world's images is fetched. */
    public enum Images {
        /** As the settings say. */
        AS_SET,
        /** Also from addresses that are not public, for an origin on this machine or network. */
        PRIVATE_TOO,
        /** None. */
        NONE
    }
}

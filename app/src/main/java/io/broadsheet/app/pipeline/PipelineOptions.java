package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.runtime.trace.Tracing;

import java.time.InstantSource;

/**
 * How everything in one process is run.
 *
 * @param brokerPort or 0 for any free one
 * @param registryPort or 0 for any free one
 * @param images what of the world's images is fetched
 * @param settings of all services
 * @param clock the time
 * @param tracing where spans go
 */
public record PipelineOptions(
        int brokerPort,
        int registryPort,
        Images images,
        SettingValues settings,
        InstantSource clock,
        Tracing tracing) {

    /** The same with nobody who looks at spans. */
    public PipelineOptions(
            int brokerPort,
            int registryPort,
            Images images,
            SettingValues settings,
            InstantSource clock) {
        this(brokerPort, registryPort, images, settings, clock, Tracing.off());
    }

    /** The same with spans that go there. */
    public PipelineOptions with(Tracing spans) {
        return new PipelineOptions(brokerPort, registryPort, images, settings, clock, spans);
    }

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

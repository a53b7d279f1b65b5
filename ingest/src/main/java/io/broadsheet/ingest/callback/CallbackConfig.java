package io.broadsheet.ingest.callback;

import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.poll.hub.HubSettings;
import io.broadsheet.ingest.poll.hub.HubTerms;
import io.broadsheet.runtime.settings.SettingValues;

import java.util.Optional;

/**
 * Where hubs are heard.
 *
 * @param ear address, port, and how many at once
 * @param terms by which hubs were asked
 * @param bodyBytesMax of what a hub sends
 */
public record CallbackConfig(HubSettings.Ear ear, HubTerms terms, int bodyBytesMax) {

    /** From values that were read; empty if no hub is asked. */
    public static Optional<CallbackConfig> read(SettingValues values) {
        return HubSettings.terms(values)
                .map(terms ->
                        new CallbackConfig(
                                HubSettings.ear(values),
                                terms,
                                PollSettings.config(values).load().bodyBytesMax()));
    }
}

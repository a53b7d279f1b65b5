package io.broadsheet.app.settings;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.SettingValues;

import java.nio.file.Path;
import java.util.List;

/** Where services that run alone keep what does not go through Kafka. */
public final class PlaceSettings {

    private static final Setting<String> CLAIMS =
            Setting.text(
                    "claims.directory",
                    "where bodies and payloads too large for a record are kept; the same for all"
                            + " services",
                    "claims");
    private static final Setting<String> STATE =
            Setting.text(
                    "enrich.state.directory",
                    "where enrichment keeps its stores; may be lost, Kafka restores it",
                    "state");

    /** All of them. */
    static final List<Setting<?>> SETTINGS = List.of(CLAIMS, STATE);

    private PlaceSettings() {}

    /** Of the claim checks. */
    public static Path claims(SettingValues values) {
        return Path.of(values.get(CLAIMS));
    }

    /** Of the stores of Kafka Streams. */
    public static Path state(SettingValues values) {
        return Path.of(values.get(STATE));
    }
}

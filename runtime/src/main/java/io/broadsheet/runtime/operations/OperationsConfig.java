package io.broadsheet.runtime.operations;

import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.util.List;

/**
 * Where a process answers operators.
 *
 * @param host the address to listen on; {@code 0.0.0.0} in a container
 * @param port 0 for any free one
 */
public record OperationsConfig(String host, int port) {

    private static final Setting<String> HOST =
            Setting.text(
                    "operations.host", "address that health and metrics listen on", "127.0.0.1");
    private static final Setting<Integer> PORT =
            Setting.integer(
                    "operations.port",
                    "port of health and metrics; 0 for any free one",
                    9464,
                    new IntBounds(0, 65_535));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS = List.of(HOST, PORT);

    /** From values that were read. */
    public static OperationsConfig of(SettingValues values) {
        return new OperationsConfig(values.get(HOST), values.get(PORT));
    }
}

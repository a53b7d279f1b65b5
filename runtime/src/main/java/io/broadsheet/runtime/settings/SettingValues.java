package io.broadsheet.runtime.settings;

import java.util.Map;

/** The values that were read. */
public final class SettingValues {

    private final Map<Setting<?>, Object> values;
    private final Map<String, String> passedThrough;

    SettingValues(Map<Setting<?>, Object> values, Map<String, String> passedThrough) {
        this.values = Map.copyOf(values);
        this.passedThrough = Map.copyOf(passedThrough);
    }

    /**
     * The value of a setting.
     *
     * @throws IllegalArgumentException if the setting was not among those read
     */
    @SuppressWarnings("unchecked") // Settings puts only what the setting's own parser made
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException(setting.key() + " was not declared");
        }
        return (T) value;
    }

    /** Settings of Kafka ({@code kafka.*}) and of the registry, under their own names. */
    public Map<String, String> passedThrough() {
        return passedThrough;
    }
}

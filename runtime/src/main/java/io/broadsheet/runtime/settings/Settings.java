package io.broadsheet.runtime.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A closed list of settings, and how their values are read: a properties file under environment
 * variables. Kafka's and the registry's own settings pass through under their own names.
 *
 * @param declared every setting there is
 * @param judge says what is wrong with those that pass through, a line for each
 */
public record Settings(
        List<Setting<?>> declared, Function<Map<String, String>, List<String>> judge) {

    /** Where nobody judges what passes through. */
    public Settings(List<Setting<?>> declared) {
        this(declared, passed -> List.of());
    }

    /**
     * Reads everything.
     *
     * @param file keys and values of the properties file
     * @param environment as the process has it; {@code X_FILE} names a file that holds X
     * @throws SettingsInvalidException telling every problem at once
     */
    public SettingValues read(Map<String, String> file, Map<String, String> environment) {
        List<String> problems = new ArrayList<>();
        Map<String, String> given = new TreeMap<>(file);
        Map<Setting<?>, Object> values = new HashMap<>();
        for (Setting<?> setting : declared) {
            Variable.value(setting.variable(), environment, problems)
                    .ifPresent(value -> given.put(setting.key(), value));
            read(setting, Optional.ofNullable(given.get(setting.key())), values, problems);
        }
        Map<String, String> passed = PassedThrough.of(file, environment, problems);
        for (String key : file.keySet()) {
            if (!isDeclared(key) && !passed.containsKey(key)) {
                problems.add(key + ": there is no such setting" + nearest(key));
            }
        }
        problems.addAll(judge.apply(passed));
        if (!problems.isEmpty()) {
            throw new SettingsInvalidException(problems);
        }
        return new SettingValues(values, passed);
    }

    private static <T> void read(
            Setting<T> setting,
            Optional<String> given,
            Map<Setting<?>, Object> values,
            List<String> problems) {
        Optional<T> value =
                given.isEmpty()
                        ? Optional.of(setting.fallback())
                        : setting.parser().apply(given.get().strip());
        if (value.isPresent()) {
            values.put(setting, value.get());
        } else {
            String shown =
                    setting.fallback() instanceof Secret
                            ? new Secret(given.get()).toString()
                            : given.get();
            problems.add("%s = %s: must be %s".formatted(setting.key(), shown, setting.wanted()));
        }
    }

    private boolean isDeclared(String key) {
        return declared.stream().anyMatch(setting -> setting.key().equals(key));
    }

    private String nearest(String key) {
        return declared.stream()
                .map(Setting::key)
                .filter(known -> EditDistance.between(known, key) <= 3)
                .min(Comparator.comparingInt(known -> EditDistance.between(known, key)))
                .map(known -> "; did you mean " + known + "?")
                .orElse("");
    }
}

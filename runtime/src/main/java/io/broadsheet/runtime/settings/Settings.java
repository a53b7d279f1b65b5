package io.broadsheet.runtime.settings;

import io.broadsheet.runtime.failure.FileTrouble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private static final List<String> PASSED_THROUGH =
            List.of(
                    "kafka.",
                    "schema.registry.",
                    "basic.auth.",
                    "bearer.auth.",
                    "auto.register.schemas",
                    "use.latest.version",
                    "value.subject.name.strategy");

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
            fromEnvironment(setting.variable(), environment, problems)
                    .ifPresent(value -> given.put(setting.key(), value));
            read(setting, Optional.ofNullable(given.get(setting.key())), values, problems);
        }
        Map<String, String> passed = passThrough(file, environment);
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

    private static Optional<String> fromEnvironment(
            String variable, Map<String, String> environment, List<String> problems) {
        String file = environment.get(variable + "_FILE");
        if (file == null) {
            return Optional.ofNullable(environment.get(variable));
        }
        try {
            return Optional.of(Files.readString(Path.of(file)).strip());
        } catch (IOException e) {
            problems.add(
                    "%s_FILE = %s: cannot be read: %s"
                            .formatted(variable, file, FileTrouble.words(e)));
            return Optional.empty();
        }
    }

    private static Map<String, String> passThrough(
            Map<String, String> file, Map<String, String> environment) {
        Map<String, String> passed = new TreeMap<>();
        file.forEach((key, value) -> putIfPassed(passed, key, value));
        environment.forEach((variable, value) ->
                putIfPassed(passed, variable.toLowerCase(Locale.ROOT).replace('_', '.'), value));
        return passed;
    }

    private static void putIfPassed(Map<String, String> passed, String key, String value) {
        if (PASSED_THROUGH.stream().anyMatch(key::startsWith)) {
            passed.put(key, value);
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

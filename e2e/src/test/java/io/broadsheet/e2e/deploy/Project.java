package io.broadsheet.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Files of this project, by their paths from its top. */
final class Project {

    private static final Path TOP = Path.of("..");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ALIASES_MAX = 500;

    private Project() {}

    static String text(String file) throws IOException {
        return Files.readString(TOP.resolve(file));
    }

    /** The modules that have code of their own. */
    static List<String> modules() throws IOException {
        try (Stream<Path> modules = Files.list(TOP)) {
            return modules.filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .map(module -> module.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    static JsonNode json(String file) throws IOException {
        return JSON.readTree(text(file));
    }

    /** The files below a directory whose names end so. */
    static List<String> files(String directory, String ending) throws IOException {
        try (Stream<Path> below = Files.walk(TOP.resolve(directory))) {
            return below.filter(file -> file.toString().endsWith(ending))
                    .map(file -> TOP.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** All documents of a YAML file, with its merge keys resolved. */
    static List<JsonNode> yaml(String file) throws IOException {
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file)
                        .setMaxAliasesForCollections(ALIASES_MAX)
                        .build();
        List<JsonNode> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(TOP.resolve(file))) {
            for (Object document : new Load(settings).loadAllFromReader(reader)) {
                documents.add(JSON.valueToTree(resolved(document)));
            }
        }
        return documents;
    }

    private static Object resolved(Object value) {
        return switch (value) {
            case Map<?, ?> map -> resolved(map);
            case List<?> list -> list.stream().map(Project::resolved).toList();
            default -> value;
        };
    }

    /** What stands in the map itself wins over what it merges, the earlier over the later. */
    private static Map<String, Object> resolved(Map<?, ?> map) {
        Map<String, Object> all = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!"<<".equals(key)) {
                all.put(String.valueOf(key), value == null ? "" : resolved(value));
            }
        });
        mergedInto(map).forEach(source -> resolved(source).forEach(all::putIfAbsent));
        return all;
    }

    /** One map, or several. */
    private static List<Map<?, ?>> mergedInto(Map<?, ?> map) {
        return switch (map.get("<<")) {
            case Map<?, ?> one -> List.of(one);
            case List<?> several -> several.stream().<Map<?, ?>>map(Map.class::cast).toList();
            case null, default -> List.of();
        };
    }
}

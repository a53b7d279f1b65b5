package io.broadsheet.schemas.registry;

import org.apache.avro.Schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A registry in this JVM: for tests, and for stages that run alone. Judges compatibility like a
 * real one; a subject has {@link Compatibility#FULL_TRANSITIVE} unless told otherwise.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private static final String MOCK = "mock://";

    // Confluent's mock:// scopes are shared by all serdes of a JVM: that is what they are for.
    private static final Map<String, InMemorySchemaRegistry> SCOPES = new ConcurrentHashMap<>();

    private final Map<Schema, Integer> ids = new LinkedHashMap<>();
    private final List<Schema> byId = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new LinkedHashMap<>();

    /** Without any schema. */
    public InMemorySchemaRegistry() {
        // Its maps are empty.
    }

    private final Map<String, Compatibility> rules = new HashMap<>();

    /** The registry of this scope, the same for every caller in this JVM. */
    public static InMemorySchemaRegistry scope(String scope) {
        return SCOPES.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
    }

    /** The registry that the settings name by {@code mock://scope}; empty if they name another. */
    static Optional<InMemorySchemaRegistry> named(Map<String, ?> settings) {
        return Optional.ofNullable(settings.get(RegistrySettings.URL))
                .map(url -> url.toString().strip())
                .filter(url -> url.startsWith(MOCK))
                .map(url -> scope(url.substring(MOCK.length())));
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<Schema> versions = subjects.getOrDefault(subject, List.of());
        if (!versions.contains(schema)) {
            if (!compatibility(subject).allows(schema, versions)) {
                throw new SchemaIncompatibleException(
                        subject + ": not " + compatibility(subject) + " with its versions");
            }
            subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(schema);
        }
        return ids.computeIfAbsent(schema, this::nextId);
    }

    private int nextId(Schema schema) {
        byId.add(schema);
        return byId.size();
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        if (!subjects.getOrDefault(subject, List.of()).contains(schema)) {
            throw SchemaUnknownException.subject(subject, schema.getFullName());
        }
        return idOf(schema);
    }

    private int idOf(Schema schema) {
        return ids.computeIfAbsent(schema, this::nextId);
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > byId.size()) {
            throw SchemaUnknownException.id(id);
        }
        return byId.get(id - 1);
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<Schema> versions = subjects.getOrDefault(subject, List.of());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Schema newest = versions.get(versions.size() - 1);
        return Optional.of(new RegisteredSchema(subject, versions.size(), idOf(newest), newest));
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        int count = subjects.getOrDefault(subject, List.of()).size();
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    @Override
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    @Override
    public synchronized boolean accepts(String subject, Schema schema) {
        List<Schema> versions = subjects.getOrDefault(subject, List.of());
        return compatibility(subject).allows(schema, versions);
    }

    @Override
    public synchronized Compatibility compatibility(String subject) {
        return rules.getOrDefault(subject, Compatibility.FULL_TRANSITIVE);
    }

    @Override
    public synchronized void setCompatibility(String subject, Compatibility compatibility) {
        rules.put(subject, compatibility);
    }
}

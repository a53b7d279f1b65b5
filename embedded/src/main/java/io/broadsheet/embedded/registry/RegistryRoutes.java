package io.broadsheet.embedded.registry;

import io.avaje.jex.Routing;
import io.avaje.jex.http.Context;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The paths of Confluent's REST protocol, each one a call of the {@link Registry}. */
final class RegistryRoutes implements Routing.HttpService {

    private static final String VERSIONS = "/subjects/{subject}/versions";
    private static final String CHECKS = "/compatibility/subjects/{subject}/versions";

    private final Registry registry;

    RegistryRoutes(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void add(Routing routing) {
        routing.get("/", on(exchange -> exchange.answer(Map.of())));
        addSubjects(routing);
        addSchemas(routing);
        addChecks(routing);
        addLevels(routing);
        routing.get("/mode", on(exchange -> exchange.answer(Map.of("mode", "READWRITE"))));
        routing.get("/mode/{subject}", on(RegistryRoutes::mode));
    }

    private void addSubjects(Routing routing) {
        routing.get("/subjects", on(this::subjects));
        routing.post("/subjects/{subject}", on(this::lookup));
        routing.delete("/subjects/{subject}", on(this::deleteSubject));
        routing.get(VERSIONS, on(this::versions));
        routing.post(VERSIONS, on(this::register));
        routing.get(VERSIONS + "/{version}", on(this::version));
        routing.get(VERSIONS + "/{version}/schema", on(this::versionText));
        routing.get(
                VERSIONS + "/{version}/referencedby", on(exchange -> exchange.answer(List.of())));
        routing.delete(VERSIONS + "/{version}", on(this::deleteVersion));
    }

    private void addSchemas(Routing routing) {
        routing.get("/schemas/types", on(exchange -> exchange.answer(List.of("AVRO"))));
        routing.get(
                "/schemas/ids/{id}",
                on(exchange -> exchange.answer(Map.of("schema", registry.schema(exchange.id())))));
        routing.get(
                "/schemas/ids/{id}/schema",
                on(exchange -> exchange.answerRaw(registry.schema(exchange.id()))));
        routing.get("/schemas/ids/{id}/subjects", on(this::subjectsOfId));
        routing.get("/schemas/ids/{id}/versions", on(this::versionsOfId));
    }

    private void addChecks(Routing routing) {
        routing.post(
                CHECKS,
                on(exchange ->
                        answerCheck(
                                exchange,
                                registry.complaints(exchange.subject(), exchange.schemaText()))));
        routing.post(
                CHECKS + "/{version}",
                on(exchange ->
                        answerCheck(
                                exchange,
                                registry.complaints(
                                        exchange.subject(),
                                        exchange.schemaText(),
                                        exchange.version()))));
    }

    private void addLevels(Routing routing) {
        routing.get("/config", on(exchange -> answerLevel(exchange, registry.globalLevel())));
        routing.put("/config", on(exchange -> setLevel(exchange, Optional.empty())));
        routing.delete("/config", on(this::resetGlobalLevel));
        routing.get("/config/{subject}", on(this::levelOf));
        routing.put(
                "/config/{subject}",
                on(exchange -> setLevel(exchange, Optional.of(exchange.subject()))));
        routing.delete("/config/{subject}", on(this::resetLevelOf));
    }

    private static io.avaje.jex.http.ExchangeHandler on(Consumer<Exchange> operation) {
        return (Context context) -> operation.accept(new Exchange(context));
    }

    private void subjects(Exchange exchange) {
        exchange.answer(
                registry.subjects(exchange.visibility()).stream()
                        .filter(subject -> subject.startsWith(exchange.prefix()))
                        .toList());
    }

    private void versions(Exchange exchange) {
        exchange.answer(numbers(registry.versions(exchange.subject(), exchange.visibility())));
    }

    private void version(Exchange exchange) {
        exchange.answer(described(found(exchange)));
    }

    private void versionText(Exchange exchange) {
        exchange.answerRaw(found(exchange).text());
    }

    private StoredSchema found(Exchange exchange) {
        return registry.version(exchange.subject(), exchange.version(), exchange.visibility());
    }

    private void register(Exchange exchange) {
        StoredSchema schema = registry.register(exchange.subject(), exchange.schemaText());
        exchange.answer(Map.of("id", schema.id()));
    }

    private void lookup(Exchange exchange) {
        exchange.answer(
                described(
                        registry.lookup(
                                exchange.subject(), exchange.schemaText(), exchange.visibility())));
    }

    private void deleteSubject(Exchange exchange) {
        List<StoredSchema> deleted =
                exchange.flag("permanent")
                        ? registry.purgeSubject(exchange.subject())
                        : registry.deleteSubject(exchange.subject());
        exchange.answer(numbers(deleted));
    }

    private void deleteVersion(Exchange exchange) {
        StoredSchema deleted =
                exchange.flag("permanent")
                        ? registry.purgeVersion(exchange.subject(), exchange.version())
                        : registry.deleteVersion(exchange.subject(), exchange.version());
        exchange.answer(deleted.version());
    }

    private void subjectsOfId(Exchange exchange) {
        exchange.answer(
                registry.uses(exchange.id(), exchange.visibility()).stream()
                        .map(StoredSchema::subject)
                        .distinct()
                        .toList());
    }

    private void versionsOfId(Exchange exchange) {
        exchange.answer(
                registry.uses(exchange.id(), exchange.visibility()).stream()
                        .map(use -> Map.of("subject", use.subject(), "version", use.version()))
                        .toList());
    }

    private static void answerCheck(Exchange exchange, List<String> complaints) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("is_compatible", complaints.isEmpty());
        if (exchange.flag("verbose")) {
            answer.put("messages", complaints);
        }
        exchange.answer(answer);
    }

    private void levelOf(Exchange exchange) {
        Optional<CompatibilityLevel> level = registry.levelOf(exchange.subject());
        if (level.isEmpty() && !exchange.flag("defaultToGlobal")) {
            throw RefusedException.levelNotConfigured(exchange.subject());
        }
        answerLevel(exchange, level.orElseGet(registry::globalLevel));
    }

    private void setLevel(Exchange exchange, Optional<String> subject) {
        CompatibilityLevel level = exchange.level();
        registry.setLevel(subject, Optional.of(level));
        exchange.answer(Map.of("compatibility", level.name()));
    }

    private void resetGlobalLevel(Exchange exchange) {
        CompatibilityLevel before = registry.globalLevel();
        registry.setLevel(Optional.empty(), Optional.empty());
        answerLevel(exchange, before);
    }

    private void resetLevelOf(Exchange exchange) {
        CompatibilityLevel before =
                registry.levelOf(exchange.subject())
                        .orElseThrow(() -> RefusedException.levelNotConfigured(exchange.subject()));
        registry.setLevel(Optional.of(exchange.subject()), Optional.empty());
        answerLevel(exchange, before);
    }

    private static void answerLevel(Exchange exchange, CompatibilityLevel level) {
        exchange.answer(Map.of("compatibilityLevel", level.name()));
    }

    /** Everything can be read and written here, and no subject can be told otherwise. */
    private static void mode(Exchange exchange) {
        if (!exchange.flag("defaultToGlobal")) {
            throw RefusedException.modeNotConfigured(exchange.subject());
        }
        exchange.answer(Map.of("mode", "READWRITE"));
    }

    private static List<Integer> numbers(List<StoredSchema> schemas) {
        return schemas.stream().map(StoredSchema::version).toList();
    }

    private static Map<String, Object> described(StoredSchema schema) {
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("subject", schema.subject());
        description.put("version", schema.version());
        description.put("id", schema.id());
        description.put("schema", schema.text());
        return description;
    }
}

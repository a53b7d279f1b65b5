package io.broadsheet.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A registry that speaks Confluent's REST protocol: Confluent Schema Registry and Cloud, Apicurio
 * (at {@code /apis/ccompat/v7}), Redpanda, Karapace, and the embedded one.
 *
 * <p>Ids never change their schema, so what was once learnt is kept for ever. Knows Avro only;
 * schema references are not resolved.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

    private final RegistryNodes nodes;
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Subscription, Integer> ids = new ConcurrentHashMap<>();

    /** Sends nothing yet. */
    public HttpSchemaRegistry(RegistrySettings settings) {
        this.nodes = new RegistryNodes(settings);
    }

    @Override
    public int register(String subject, Schema schema) {
        var call = RegistryCall.post(subjectPath(subject) + "/versions", asJson(schema));
        return remember(subject, schema, id(call, good(call, nodes.call(call))));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        Integer known = ids.get(new Subscription(subject, schema));
        if (known != null) {
            return known;
        }
        var call = RegistryCall.post(subjectPath(subject), asJson(schema));
        RegistryAnswer answer = nodes.call(call);
        if (answer.isNotFound()) {
            throw SchemaUnknownException.subject(subject, schema.getFullName());
        }
        return remember(subject, schema, id(call, good(call, answer)));
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        var call = RegistryCall.get("/schemas/ids/" + id);
        RegistryAnswer answer = nodes.call(call);
        if (answer.isNotFound()) {
            throw SchemaUnknownException.id(id);
        }
        Schema schema = schema(call, good(call, answer));
        schemas.put(id, schema);
        return schema;
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        var call = RegistryCall.get(subjectPath(subject) + "/versions/latest");
        RegistryAnswer answer = nodes.call(call);
        if (answer.isNotFound()) {
            return Optional.empty();
        }
        RegistryAnswer good = good(call, answer);
        int version = good.body().path("version").asInt();
        return Optional.of(
                new RegisteredSchema(subject, version, id(call, good), schema(call, good)));
    }

    @Override
    public List<Integer> versions(String subject) {
        var call = RegistryCall.get(subjectPath(subject) + "/versions");
        RegistryAnswer answer = nodes.call(call);
        if (answer.isNotFound()) {
            return List.of();
        }
        List<Integer> versions = new ArrayList<>();
        good(call, answer).body().forEach(version -> versions.add(version.asInt()));
        return versions.stream().sorted().toList();
    }

    @Override
    public List<String> subjects() {
        var call = RegistryCall.get("/subjects");
        List<String> subjects = new ArrayList<>();
        good(call, nodes.call(call)).body().forEach(subject -> subjects.add(subject.asText()));
        return List.copyOf(subjects);
    }

    /**
     * Asks for each version that the rule names: the one call for all of them is not known to every
     * registry.
     */
    @Override
    public boolean accepts(String subject, Schema schema) {
        List<Integer> versions = versions(subject);
        int from = compatibility(subject).isTransitive() ? 0 : Math.max(0, versions.size() - 1);
        return versions.subList(from, versions.size()).stream()
                .allMatch(version -> accepts(subject, version, schema));
    }

    private boolean accepts(String subject, int version, Schema schema) {
        var path = "/compatibility" + subjectPath(subject) + "/versions/" + version;
        var call = RegistryCall.post(path, asJson(schema));
        return good(call, nodes.call(call)).body().path("is_compatible").asBoolean();
    }

    @Override
    public Compatibility compatibility(String subject) {
        var own = RegistryCall.get("/config/" + RegistryCall.segment(subject));
        RegistryAnswer answer = nodes.call(own);
        if (!answer.isNotFound()) {
            return compatibility(own, good(own, answer));
        }
        var global = RegistryCall.get("/config");
        return compatibility(global, good(global, nodes.call(global)));
    }

    private static Compatibility compatibility(RegistryCall call, RegistryAnswer answer) {
        String level = answer.body().path("compatibilityLevel").asText();
        try {
            return Compatibility.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw strange(call, answer);
        }
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        String json = object("compatibility", compatibility.name());
        var call = RegistryCall.put("/config/" + RegistryCall.segment(subject), json);
        good(call, nodes.call(call));
    }

    private int remember(String subject, Schema schema, int id) {
        ids.put(new Subscription(subject, schema), id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    private static RegistryAnswer good(RegistryCall call, RegistryAnswer answer) {
        if (answer.isGood()) {
            return answer;
        }
        String said = "schema registry, " + call + ": " + answer.said();
        if (answer.isConflict()) {
            throw new SchemaIncompatibleException(said);
        }
        if (answer.isPressure()) {
            throw new RegistryUnavailableException(said, null);
        }
        throw new RegistryRefusedException(answer.status(), said);
    }

    private static int id(RegistryCall call, RegistryAnswer answer) {
        JsonNode id = answer.body().path("id");
        if (!id.canConvertToInt()) {
            throw strange(call, answer);
        }
        return id.asInt();
    }

    private static Schema schema(RegistryCall call, RegistryAnswer answer) {
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw new RegistryRefusedException(
                    answer.status(), "schema registry, " + call + ": not Avro but " + type);
        }
        try {
            // Others' schemas need not keep the finer rules of names and defaults to be readable.
            return new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(answer.body().path("schema").asText());
        } catch (SchemaParseException e) {
            throw strange(call, answer);
        }
    }

    private static RegistryRefusedException strange(RegistryCall call, RegistryAnswer answer) {
        return new RegistryRefusedException(
                answer.status(),
                "schema registry, " + call + ": the answer is not one of a schema registry");
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + RegistryCall.segment(subject);
    }

    private static String asJson(Schema schema) {
        return object("schema", schema.toString());
    }

    private static String object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value).toString();
    }

    /** A schema under a subject; compared by content. */
    private record Subscription(String subject, Schema schema) {}
}

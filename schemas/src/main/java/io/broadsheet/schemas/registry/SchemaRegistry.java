package io.broadsheet.schemas.registry;

import org.apache.avro.Schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where schemas are kept under ids and subjects, as in Confluent's Schema Registry. Ids are global
 * and for ever; the versions of a subject count from 1. Safe for use by many threads.
 *
 * <p>Every method may throw a {@link RegistryException}, which says whether the registry answered
 * or could not be reached: only an answer is a verdict on a record.
 */
public interface SchemaRegistry {

    /**
     * Connects as Confluent's settings say, see {@link RegistrySettings#from}. Nothing is sent yet.
     * An URL {@code mock://scope} is a registry in memory, shared by all who name that scope in
     * this JVM.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting is missing or wrong
     */
    static SchemaRegistry open(Map<String, ?> settings) {
        return InMemorySchemaRegistry.named(settings)
                .<SchemaRegistry>map(named -> named)
                .orElseGet(() -> new HttpSchemaRegistry(RegistrySettings.from(settings)));
    }

    /**
     * Adds a version to a subject unless the schema is one already.
     *
     * @return the id of the schema
     * @throws SchemaIncompatibleException if the compatibility of the subject forbids it
     */
    int register(String subject, Schema schema);

    /**
     * The id under which the subject has this schema.
     *
     * @throws SchemaUnknownException if the subject does not have it
     */
    int idOf(String subject, Schema schema);

    /**
     * The schema with this id.
     *
     * @throws SchemaUnknownException if there is none
     */
    Schema byId(int id);

    /** The newest version of the subject; empty if the subject has none. */
    Optional<RegisteredSchema> latest(String subject);

    /** The versions of the subject, rising; empty if the subject is unknown. */
    List<Integer> versions(String subject);

    /** The subjects, in no particular order. */
    List<String> subjects();

    /** Whether {@link #register} would accept the schema for its compatibility with the others. */
    boolean accepts(String subject, Schema schema);

    /** The rule that holds for the subject, its own or the registry's. */
    Compatibility compatibility(String subject);

    /** Sets the subject's own rule. */
    void setCompatibility(String subject, Compatibility compatibility);
}

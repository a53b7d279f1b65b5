package io.broadsheet.schemas.registry;

import java.util.OptionalInt;

/** The registry answered that it does not have this schema. */
public final class SchemaUnknownException extends RegistryException {

    private static final long serialVersionUID = 1L;

    private static final int NONE = -1;
    private static final String REMEDY = "register it with `broadsheet schemas register`";

    /** The id asked for, {@link #NONE} if a subject was asked for. */
    private final int id;

    private SchemaUnknownException(int id, String message) {
        super(message, null);
        this.id = id;
    }

    /** No schema has this id. */
    public static SchemaUnknownException id(int id) {
        return new SchemaUnknownException(id, "the registry has no schema with id " + id);
    }

    /** The subject does not have this schema. */
    public static SchemaUnknownException subject(String subject, String schemaName) {
        return new SchemaUnknownException(
                NONE,
                "the registry does not have this schema of "
                        + schemaName
                        + " under subject "
                        + subject
                        + ": "
                        + REMEDY);
    }

    /** The subject has no version at all. */
    public static SchemaUnknownException subject(String subject) {
        return new SchemaUnknownException(
                NONE, "the registry has no schema under subject " + subject + ": " + REMEDY);
    }

    /** A state store holds a record whose writer's schema we were not given. */
    public static SchemaUnknownException state(String type, String detail) {
        return new SchemaUnknownException(
                NONE, "a stored " + type + " was written with an unknown schema: " + detail);
    }

    /** The id that was asked for; empty if it was asked by subject. */
    public OptionalInt id() {
        return id == NONE ? OptionalInt.empty() : OptionalInt.of(id);
    }
}

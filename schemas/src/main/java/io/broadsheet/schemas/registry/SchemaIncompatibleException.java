package io.broadsheet.schemas.registry;

/** The compatibility rule of the subject forbids this schema. */
public final class SchemaIncompatibleException extends RegistryException {

    private static final long serialVersionUID = 1L;

    /**
     * What it says is for an operator.
     *
     * @param message which subject, and what the registry said
     */
    public SchemaIncompatibleException(String message) {
        super(message, null);
    }
}

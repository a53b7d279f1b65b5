package io.broadsheet.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The registry did not do what was asked. A {@link SerializationException}, because serializers may
 * throw nothing else; the permitted kinds tell a verdict on a schema from an outage.
 */
public abstract sealed class RegistryException extends SerializationException
        permits RegistryRefusedException,
                RegistryUnavailableException,
                SchemaIncompatibleException,
                SchemaUnknownException {

    private static final long serialVersionUID = 1L;

    RegistryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

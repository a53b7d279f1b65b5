package io.broadsheet.schemas.registry;

import org.jspecify.annotations.Nullable;

/**
 * No registry could be reached, or none was able to answer. Says nothing about the record at hand:
 * wait and try again, never bury.
 */
public final class RegistryUnavailableException extends RegistryException {

    private static final long serialVersionUID = 1L;

    /**
     * What it says is for an operator.
     *
     * @param message what was tried and what came of it
     * @param cause of the last attempt, null if it was an answer
     */
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

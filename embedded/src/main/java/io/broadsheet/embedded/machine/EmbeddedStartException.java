package io.broadsheet.embedded.machine;

/**
 * Something of the embedded default could not start. The message is for the user: it says what is
 * in the way and what to do about it.
 */
public final class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what is in the way and what to do
     */
    public EmbeddedStartException(String message) {
        super(message);
    }

    /**
     * @param message what is in the way and what to do
     * @param cause what happened
     */
    public EmbeddedStartException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.broadsheet.sink.store;

/**
 * The store cannot work, and waiting does not help: the file is no database, is damaged, or was
 * made by a newer version.
 */
public final class StoreBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong, for the operator
     */
    public StoreBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.broadsheet.schemas.registry;

/**
 * The registry answered that it will not: wrong credentials, a wrong address, a request it does not
 * understand. Trying again helps nothing, and no record is to blame: it is wrongly set.
 */
public final class RegistryRefusedException extends RegistryException {

    private static final long serialVersionUID = 1L;

    /** HTTP status of the answer. */
    private final int status;

    /**
     * What it says is for an operator.
     *
     * @param status HTTP status of the answer
     * @param message what was asked and what the registry said
     */
    public RegistryRefusedException(int status, String message) {
        super(message, null);
        this.status = status;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }
}

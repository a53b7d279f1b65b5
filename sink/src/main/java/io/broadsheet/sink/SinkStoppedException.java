package io.broadsheet.sink;

/**
 * The sink stopped by itself, with everything stored so far intact, because going on would harm.
 */
public final class SinkStoppedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Code code;

    /**
     * @param detail what was found and what to do, for the operator
     */
    SinkStoppedException(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** Why. */
    public Code code() {
        return code;
    }

    /** Why a sink stops by itself. */
    public enum Code {
        /** Another sink has taken over. */
        SINK_FENCED,
        /** The stored offsets do not belong to this log. */
        SINK_OFFSET_MISMATCH,
        /** So many records would be buried that the fault is hardly theirs. */
        SINK_MASS_REJECT
    }
}

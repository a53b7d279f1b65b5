package io.broadsheet.operate.report;

import org.jspecify.annotations.Nullable;

/** Something outside did not do what was asked; the message says what, where and what to do. */
public final class ToolFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message for the user, one line
     */
    public ToolFailure(String message) {
        this(message, null);
    }

    /**
     * @param message for the user, one line
     * @param cause of it, null if there is none
     */
    public ToolFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

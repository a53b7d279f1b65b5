package io.broadsheet.runtime.failure;

import java.util.Optional;

/**
 * Why something cannot be processed, as a value. It ends its article and nothing else.
 *
 * @param code what kind of failure
 * @param detail what, where and what to do, for the operator; never article text beyond a few
 *     characters
 * @param cause what was thrown, for who has to mend it; empty where that is no defect of ours
 */
public record Rejection(FailureCode code, String detail, Optional<Throwable> cause) {

    private static final int MESSAGE_CHARS_MAX = 1024;
    private static final int DEFECT_CHARS_MAX = 300;

    /** One that is no defect of ours. */
    public Rejection(FailureCode code, String detail) {
        this(code, detail, Optional.empty());
    }

    /**
     * A defect of ours.
     *
     * @param where the step or the part that failed
     * @param cause what it threw; its stack trace goes into the dead letter
     */
    public static Rejection defect(String where, Throwable cause) {
        String detail = SafeText.cut(where + ": " + cause, DEFECT_CHARS_MAX);
        return new Rejection(FailureCode.DEFECT, detail, Optional.of(cause));
    }

    /** "CODE: detail", at most 1,024 characters, control characters escaped. */
    public String message() {
        String message = SafeText.escapeControls(code + ": " + detail);
        return message.length() <= MESSAGE_CHARS_MAX
                ? message
                : SafeText.cut(message, MESSAGE_CHARS_MAX);
    }
}

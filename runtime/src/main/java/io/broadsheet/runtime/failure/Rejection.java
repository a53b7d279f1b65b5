package io.broadsheet.runtime.failure;

/**
 * Why something cannot be processed, as a value. It ends its article and nothing else.
 *
 * @param code what kind of failure
 * @param detail what, where and what to do, for the operator; never article text beyond a few
 *     characters
 */
public record Rejection(FailureCode code, String detail) {

    private static final int MESSAGE_CHARS_MAX = 1024;

    /** "CODE: detail", at most 1,024 characters, control characters escaped. */
    public String message() {
        String message = SafeText.escapeControls(code + ": " + detail);
        return message.length() <= MESSAGE_CHARS_MAX
                ? message
                : SafeText.cut(message, MESSAGE_CHARS_MAX);
    }
}

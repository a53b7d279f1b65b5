package io.broadsheet.operate.report;

/** Something the user can mend; the message says what and how, and no stack trace is shown. */
public final class UserMistake extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param message for the user, one line
     */
    public UserMistake(String message) {
        super(message);
    }
}

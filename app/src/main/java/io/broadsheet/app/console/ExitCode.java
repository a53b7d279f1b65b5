package io.broadsheet.app.console;

/** What the process answers to whoever started it. */
public enum ExitCode {
    /** Done. */
    DONE(0),
    /** Something broke, or some articles were refused. */
    FAILED(1),
    /** Wrongly used, or wrongly set. */
    USAGE(2);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    /** The number. */
    public int value() {
        return value;
    }
}

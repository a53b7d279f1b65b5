package io.broadsheet.runtime.service;

import io.broadsheet.runtime.failure.SafeText;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.Optional;

/**
 * Says in one line each what is wrong with logging itself, such as a log that cannot be written
 * because the disk is full. The library has fifty lines of stack trace for it, several times, and
 * what explains the end of the process would be lost behind them.
 */
final class LogTrouble implements StatusListener {

    /** Of a chain that leads back to itself. */
    private static final int CAUSES_MAX = 20;

    private final PrintStream out;

    LogTrouble(PrintStream out) {
        this.out = out;
    }

    /** On standard error, in place of what the library would print there. */
    static void tell() {
        StatusLogger logger = StatusLogger.getLogger();
        for (StatusListener listener : logger.getListeners()) {
            if (listener instanceof LogTrouble) {
                return;
            }
        }
        logger.registerListener(new LogTrouble(System.err));
    }

    @Override
    public Level getStatusLevel() {
        return Level.ERROR;
    }

    @Override
    public void log(StatusData trouble) {
        String cause = cause(trouble.getThrowable()).map(it -> ": " + it).orElse("");
        out.println(
                "logging: "
                        + SafeText.escapeControls(
                                trouble.getMessage().getFormattedMessage() + cause));
    }

    private static Optional<String> cause(@Nullable Throwable thrown) {
        Optional<Throwable> last = Optional.ofNullable(thrown);
        for (int i = 0; i < CAUSES_MAX; i++) {
            last = last.map(it -> it.getCause() == null ? it : it.getCause());
        }
        return last.map(Throwable::getMessage);
    }

    @Override
    public void close() {
        // Standard error stays open.
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.pipeline.PassProgress;

import java.util.Locale;

/** One line that changes, where a person is watching; nothing in a pipe. */
final class TerminalProgress implements PassProgress {

    private static final String TO_START_OF_LINE = "\r\u001b[K";

    private final Console console;

    TerminalProgress(Console console) {
        this.console = console;
    }

    @Override
    public void reading(long read, long published) {
        show("read %,d, new %,d", read, published);
    }

    @Override
    public void enriched(long decided, long published) {
        show("enriched %,d of %,d", decided, published);
    }

    @Override
    public void awaitingImages(long waiting, long published) {
        show("images of %,d of %,d articles still to be checked", waiting, published);
    }

    private void show(String format, long first, long second) {
        if (console.terminal()) {
            console.err()
                    .print(TO_START_OF_LINE + String.format(Locale.ROOT, format, first, second));
            console.err().flush();
        }
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.settings.SettingsPage;

import picocli.CommandLine.Command;

/** {@code broadsheet settings}: every setting there is. */
@Command(
        name = "settings",
        description = "Prints every setting with its meaning and default, as Markdown.",
        mixinStandardHelpOptions = true)
public final class SettingsCommand implements Runnable {

    private final Console console;

    /**
     * @param console where results go
     */
    public SettingsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(SettingsPage.markdown());
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code broadsheet dead}: what was buried. */
@Command(
        name = "dead",
        description = "Shows what could not be processed, and replays it.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DeadCommand {

    private DeadCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new DeadCommand())
                .addSubcommand(new DeadListCommand(console))
                .addSubcommand(new DeadShowCommand(console))
                .addSubcommand(new DeadReplayCommand(console));
    }
}

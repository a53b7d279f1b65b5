package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code broadsheet feeds}: the source list. */
@Command(
        name = "feeds",
        description =
                "The feeds that are polled: adds, imports, exports, lists, stops and"
                        + " removes them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class FeedsCommand {

    private FeedsCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new FeedsCommand())
                .addSubcommand(new FeedsAddCommand(console))
                .addSubcommand(new FeedsImportCommand(console))
                .addSubcommand(new FeedsExportCommand(console))
                .addSubcommand(new FeedsListCommand(console))
                .addSubcommand(FeedsChangeCommand.pause(console))
                .addSubcommand(FeedsChangeCommand.resume(console))
                .addSubcommand(FeedsChangeCommand.remove(console));
    }
}

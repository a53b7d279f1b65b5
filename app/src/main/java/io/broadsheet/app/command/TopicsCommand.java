package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code broadsheet topics}: the topics of the contract on a cluster. */
@Command(
        name = "topics",
        description = "Makes and checks the topics, and tells how far their readers are behind.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class TopicsCommand {

    private TopicsCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new TopicsCreateCommand(console))
                .addSubcommand(new TopicsVerifyCommand(console))
                .addSubcommand(new TopicsLagCommand(console));
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code broadsheet webhooks}: who is told of articles over HTTP. */
@Command(
        name = "webhooks",
        description = "Who is told of articles over HTTP: adds, lists, tries, stops, removes them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class WebhooksCommand {

    private WebhooksCommand() {}

    /** With its subcommands. */
    public static CommandLine in(Console console) {
        return new CommandLine(new WebhooksCommand())
                .addSubcommand(new WebhooksAddCommand(console))
                .addSubcommand(new WebhooksListCommand(console))
                .addSubcommand(new WebhooksTestCommand(console))
                .addSubcommand(WebhooksChangeCommand.pause(console))
                .addSubcommand(WebhooksChangeCommand.resume(console))
                .addSubcommand(WebhooksChangeCommand.remove(console));
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.asyncapi.AsyncApiDocument;
import io.broadsheet.app.console.Console;

import picocli.CommandLine.Command;

/** {@code broadsheet asyncapi}: the topics for tools that know AsyncAPI. */
@Command(
        name = "asyncapi",
        description = "Prints an AsyncAPI 3.0 document of all topics, with their Avro schemas.",
        mixinStandardHelpOptions = true)
public final class AsyncApiCommand implements Runnable {

    private final Console console;

    /**
     * @param console where results go
     */
    public AsyncApiCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        console.out().print(AsyncApiDocument.json());
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.sink.read.StoreReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/** {@code broadsheet dead}: what was buried. */
@Command(
        name = "dead",
        description = "Shows what could not be processed.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class DeadCommand {

    /** {@code broadsheet dead list}. */
    public static Callable<Integer> list(Console console) {
        return new ListCommand(console);
    }

    /** Prints the letters. */
    @Command(
            name = "list",
            description = "Prints dead letters, the latest first, one JSON object a line.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        private final Console console;

        @Mixin private final DataOption data = new DataOption();

        @Option(names = "--limit", paramLabel = "N", description = "how many at most")
        private long limit = Long.MAX_VALUE;

        @Option(names = "--json", description = "as JSON lines, which is also the default")
        void asJson(boolean ignored) {
            // There is no other form yet.
        }

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (StoreReader store = data.store()) {
                store.deadLetters().list(limit, console.out()::println);
            }
            return ExitCode.DONE.value();
        }
    }
}

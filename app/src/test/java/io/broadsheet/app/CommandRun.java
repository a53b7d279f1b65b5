package io.broadsheet.app;

import io.broadsheet.app.console.Console;
import io.broadsheet.embedded.EmbeddedPlatform;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that was run in this process to its end.
 *
 * @param exit its exit code
 * @param out what it printed
 * @param err what it said beside that
 */
record CommandRun(int exit, String out, String err) {

    /** Of the whole command line. */
    static CommandRun of(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int exit = Broadsheet.commandLine(console).execute(arguments.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        return new CommandRun(exit, out.toString(), err.toString());
    }

    /** An operator's tool, on that cluster. */
    static CommandRun on(EmbeddedPlatform platform, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--bootstrap-servers", platform.bootstrapServers()));
        all.addAll(List.of("--registry", platform.registryUrl()));
        return of(all);
    }
}

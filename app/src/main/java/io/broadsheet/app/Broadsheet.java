package io.broadsheet.app;

import io.broadsheet.app.command.AccessCommand;
import io.broadsheet.app.command.ArticlesCommand;
import io.broadsheet.app.command.AsyncApiCommand;
import io.broadsheet.app.command.BackfillCommand;
import io.broadsheet.app.command.CheckImageCommand;
import io.broadsheet.app.command.CheckImagesCommand;
import io.broadsheet.app.command.DeadCommand;
import io.broadsheet.app.command.DemoCommand;
import io.broadsheet.app.command.DeskCommand;
import io.broadsheet.app.command.EnrichCommand;
import io.broadsheet.app.command.ExtractCommand;
import io.broadsheet.app.command.FeedsCommand;
import io.broadsheet.app.command.IngestCommand;
import io.broadsheet.app.command.ParseCommand;
import io.broadsheet.app.command.ReprocessCommand;
import io.broadsheet.app.command.RunCommand;
import io.broadsheet.app.command.SchemasCommand;
import io.broadsheet.app.command.SettingsCommand;
import io.broadsheet.app.command.SetupCommand;
import io.broadsheet.app.command.SinkCommand;
import io.broadsheet.app.command.SyndicateCommand;
import io.broadsheet.app.command.TailCommand;
import io.broadsheet.app.command.TopicsCommand;
import io.broadsheet.app.command.TraceCommand;
import io.broadsheet.app.command.UpCommand;
import io.broadsheet.app.command.WebhooksCommand;
import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.pipeline.PipelineBrokenException;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.service.LogFormat;
import io.broadsheet.runtime.settings.SettingsInvalidException;

import org.apache.kafka.common.config.ConfigException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The command of that name. */
@Command(
        name = "broadsheet",
        description = "Turns articles into a clean, trustworthy stream.",
        mixinStandardHelpOptions = true,
        versionProvider = Broadsheet.Versions.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Broadsheet {

    private Broadsheet() {}

    /**
     * Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 wrongly used.
     */
    public static void main(String[] arguments) {
        LogFormat.TERSE.use();
        Console console = Console.ofProcess();
        int exitCode = commandLine(console).execute(arguments);
        console.out().flush();
        System.exit(exitCode);
    }

    static CommandLine commandLine(Console console) {
        var line = new CommandLine(new Broadsheet());
        line.addSubcommand(new RunCommand(console));
        line.addSubcommand(new UpCommand(console));
        line.addSubcommand(new DemoCommand(console));
        line.addSubcommand(new ParseCommand(console));
        line.addSubcommand(new ExtractCommand(console));
        line.addSubcommand(new CheckImageCommand(console));
        line.addSubcommand(new ArticlesCommand(console));
        line.addSubcommand(new SettingsCommand(console));
        line.addSubcommand(new AsyncApiCommand(console));
        line.addSubcommand(new IngestCommand());
        line.addSubcommand(new EnrichCommand());
        line.addSubcommand(new CheckImagesCommand());
        line.addSubcommand(new SinkCommand());
        line.addSubcommand(new DeskCommand());
        line.addSubcommand(new SyndicateCommand());
        line.addSubcommand(new SetupCommand(console));
        line.addSubcommand(AccessCommand.in(console));
        line.addSubcommand(DeadCommand.in(console));
        line.addSubcommand(FeedsCommand.in(console));
        line.addSubcommand(WebhooksCommand.in(console));
        line.addSubcommand(new BackfillCommand(console));
        line.addSubcommand(new ReprocessCommand(console));
        line.addSubcommand(TopicsCommand.in(console));
        line.addSubcommand(SchemasCommand.in(console));
        line.addSubcommand(new TailCommand(console));
        line.addSubcommand(new TraceCommand(console));
        line.setOut(console.out());
        line.setErr(console.err());
        line.setExecutionExceptionHandler((thrown, command, parsed) -> told(thrown, console));
        return line;
    }

    private static int told(Exception thrown, Console console) throws Exception {
        Throwable cause = refusedByClient(thrown).orElse(thrown);
        ExitCode code =
                switch (cause) {
                    case UserMistake _, SettingsInvalidException _, ConfigException _ ->
                            ExitCode.USAGE;
                    case EmbeddedStartException _, PipelineBrokenException _, ToolFailure _ ->
                            ExitCode.FAILED;
                    default -> throw thrown;
                };
        console.err().println("broadsheet: " + cause.getMessage());
        return code.value();
    }

    /** What only the client that is to work can judge, such as brokers whose names are unknown. */
    private static Optional<Throwable> refusedByClient(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(ConfigException.class::isInstance)
                .findFirst();
    }

    /** For {@code --version}. */
    static final class Versions implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"broadsheet " + Version.current()};
        }
    }
}

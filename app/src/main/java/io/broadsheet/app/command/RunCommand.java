package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.console.UserMistake;
import io.broadsheet.app.pipeline.Account;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.OnePass;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.runtime.service.LogFormat;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code broadsheet run}: one pass through the whole pipeline. */
@Command(
        name = "run",
        description = "Takes files and directories through the whole pipeline, once.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "files and directories")
    private List<Path> paths = List.of();

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final SourceOptions source = new SourceOptions();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ImageOptions images = new ImageOptions();

    @Option(names = "--json", description = "the account as one JSON object")
    private boolean json;

    /**
     * @param console where results go
     */
    public RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        for (Path path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserMistake(path + ": there is no such file or directory");
            }
        }
        ReaderSettings settings = source.settings();
        PipelineOptions options = options(); // what is wrong is said before anything is made
        DataDirectory directory = data.open();
        LogFormat.useText(directory.logs(), "WARN");
        try (AllInOne all = AllInOne.start(directory, options)) {
            Account account = new OnePass(all, new TerminalProgress(console)).take(paths, settings);
            console.out().println(json ? account.toJson() : account.toText());
            return (account.buried() > 0 ? ExitCode.FAILED : ExitCode.DONE).value();
        }
    }

    private PipelineOptions options() {
        return new PipelineOptions(0, 0, images.images(), config.read(), InstantSource.system());
    }
}

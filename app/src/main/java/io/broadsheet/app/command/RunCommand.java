package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.pipeline.Account;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.OnePass;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.app.pipeline.Telemetry;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.poll.PollConfig;
import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.poll.visit.FetchedDocuments;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.service.LogFormat;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.web.fetch.SafeFetcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code broadsheet run}: one pass through the whole pipeline. */
@Command(
        name = "run",
        description = "Takes files and directories through the whole pipeline, once.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description = "files, directories, and URLs of feeds and pages")
    private List<String> sources = List.of();

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
        List<Path> paths = paths();
        ReaderSettings settings = source.settings();
        PipelineOptions options = options(); // what is wrong is said before anything is made
        DataDirectory directory = data.open();
        LogFormat.useText(directory.logs(), "WARN");
        List<Document> documents = documents(options.settings());
        try (AllInOne all = AllInOne.start(directory, options)) {
            Account account =
                    new OnePass(all, new TerminalProgress(console))
                            .take(paths, documents, settings);
            console.out().println(json ? account.toJson() : account.toText());
            if (account.buried() > 0) {
                console.err()
                        .println(
                                "broadsheet: what was buried, and why: ./broadsheet dead list --data "
                                        + directory.root());
            }
            boolean missed = documents.size() < sources.size() - paths.size();
            return (account.buried() > 0 || missed ? ExitCode.FAILED : ExitCode.DONE).value();
        }
    }

    private List<Path> paths() {
        List<Path> paths = sources.stream().filter(it -> !isUrl(it)).map(Path::of).toList();
        for (Path path : paths) {
            if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserMistake(path + ": there is no such file or directory");
            }
        }
        return paths;
    }

    private static boolean isUrl(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private List<Document> documents(SettingValues settings) {
        List<String> urls = sources.stream().filter(RunCommand::isUrl).toList();
        return urls.isEmpty() ? List.of() : fetched(urls, settings);
    }

    /** What is not to be had is told, and the rest goes on. */
    private List<Document> fetched(List<String> urls, SettingValues settings) {
        List<Document> documents = new ArrayList<>();
        PollConfig config = PollSettings.config(settings);
        try (SafeFetcher fetcher = SafeFetcher.open(config.egress())) {
            PollConfig.Load load = config.load();
            var web = new FetchedDocuments(fetcher, load.bodyBytesMax(), load.visitTimeMax());
            for (String url : urls) {
                switch (web.fetch(url)) {
                    case FetchedDocuments.Result.Fetched(Document document) ->
                            documents.add(document);
                    case FetchedDocuments.Result.Missing(String why) ->
                            console.err().println("broadsheet: " + url + ": " + why);
                }
            }
        }
        return documents;
    }

    private PipelineOptions options() {
        return new PipelineOptions(0, 0, images.images(), config.read(), InstantSource.system())
                .with(Telemetry.of("broadsheet", System.getenv()));
    }
}

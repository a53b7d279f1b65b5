package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.Lifetime;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.OpenDesk;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.app.pipeline.Telemetry;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.desk.DeskConfig;
import io.broadsheet.ingest.InboxService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.service.LogFormat;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code broadsheet up}: everything in one process, until it is stopped. */
@Command(
        name = "up",
        description = "Runs broker, registry, services and store in this process until stopped.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final SourceOptions source = new SourceOptions();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ImageOptions images = new ImageOptions();
    @Mixin private final PortOptions ports = new PortOptions();

    @Option(names = "--inbox", paramLabel = "DIR", description = "directory watched for new files")
    private @Nullable Path inbox;

    /**
     * @param console where results go
     */
    public UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReaderSettings settings = source.settings();
        PipelineOptions options = options(); // what is wrong is said before anything is made
        requireDirectory(inbox);
        WantedPorts.of(options).withDoorsIn(options.settings()).requireFree(data.path());
        DataDirectory directory = data.open();
        LogFormat.useText(directory.logs(), "INFO");
        return Lifetime.of(() -> started(directory, options, settings)).value();
    }

    /** One that is not there yet is made. */
    private static void requireDirectory(@Nullable Path inbox) {
        if (inbox != null && Files.exists(inbox) && !Files.isDirectory(inbox)) {
            throw new UserMistake("--inbox " + inbox + ": is no directory");
        }
    }

    private AllInOne started(
            DataDirectory directory, PipelineOptions options, ReaderSettings settings) {
        AllInOne all = AllInOne.start(directory, options);
        if (inbox != null) {
            all.run(new InboxService(inbox, () -> all.ingest(settings), options.clock()));
        }
        Optional<String> pushUrl = all.openDoors(options);
        String doorsUrl = all.handOut(options);
        OpenDesk desk = all.openDesk(DeskConfig.of(options.settings()));
        String operationsUrl = all.answerOperators(OperationsConfig.of(options.settings()));
        tell(all, new Open(operationsUrl, doorsUrl, pushUrl, desk));
        return all;
    }

    /** Where who else is heard and answered. */
    private record Open(
            String operationsUrl, String doorsUrl, Optional<String> pushUrl, OpenDesk desk) {

        /** A line only if there is a door. */
        String push() {
            return pushUrl.map("\npush      %s/articles"::formatted).orElse("");
        }
    }

    private void tell(AllInOne all, Open open) {
        console.out()
                .printf(
                        """
                        Broadsheet is up.
                        desk      %s
                        Kafka     %s
                        registry  %s
                        data      %s
                        inbox     %s
                        feeds     `broadsheet feeds add URL` adds one%s
                        doors out %s: /articles/stream, /feed.json, /feed.atom
                        health    %s/ready, metrics on /metrics
                        Ctrl-C stops it.
                        """,
                        open.desk(),
                        all.kafka().bootstrapServers(),
                        all.registryUrl(),
                        all.data().root(),
                        inbox == null ? "none; give one with --inbox DIR" : inbox,
                        open.push(),
                        open.doorsUrl(),
                        open.operationsUrl());
        console.out().flush();
    }

    private PipelineOptions options() {
        return new PipelineOptions(
                        ports.broker(),
                        ports.registry(),
                        images.images(),
                        config.read(),
                        InstantSource.system())
                .with(Telemetry.of("broadsheet", System.getenv()));
    }
}

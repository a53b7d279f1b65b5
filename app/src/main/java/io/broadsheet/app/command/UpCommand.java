package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.ingest.InboxService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.runtime.service.LogFormat;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code broadsheet up}: everything in one process, until it is stopped. */
@Command(
        name = "up",
        description = "Runs broker, registry, services and store in this process until stopped.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {

    private static final long LOOK_MS = 500;

    private final Console console;

    @Mixin private final DataOption data = new DataOption();
    @Mixin private final SourceOptions source = new SourceOptions();
    @Mixin private final ConfigOption config = new ConfigOption();
    @Mixin private final ImageOptions images = new ImageOptions();

    @Option(names = "--inbox", paramLabel = "DIR", description = "directory watched for new files")
    private @Nullable Path inbox;

    @Option(names = "--broker-port", defaultValue = "9092", description = "default: 9092")
    private int brokerPort = 9092;

    @Option(names = "--registry-port", defaultValue = "8081", description = "default: 8081")
    private int registryPort = 8081;

    /**
     * @param console where results go
     */
    public UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ReaderSettings settings = source.settings();
        DataDirectory directory = data.open();
        LogFormat.useText(directory.logs(), "INFO");
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> await(stop, stopped)));
        try (AllInOne all = AllInOne.start(directory, options())) {
            if (inbox != null) {
                all.run(
                        new InboxService(
                                inbox, () -> all.ingest(settings), InstantSource.system()));
            }
            tell(all);
            while (all.failure().isEmpty() && !stop.await(LOOK_MS, TimeUnit.MILLISECONDS)) {
                // Asked again whether all is well.
            }
            all.failure().ifPresent(cause -> console.err().println("broadsheet: " + cause));
            return (all.failure().isPresent() ? ExitCode.FAILED : ExitCode.DONE).value();
        } finally {
            stopped.countDown();
        }
    }

    private static void await(CountDownLatch stop, CountDownLatch stopped) {
        stop.countDown();
        try {
            stopped.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(AllInOne all) {
        console.out()
                .printf(
                        """
                        Broadsheet is up.
                        Kafka     %s
                        registry  %s
                        data      %s
                        inbox     %s
                        Ctrl-C stops it.
                        """,
                        all.kafka().bootstrapServers(),
                        all.registryUrl(),
                        all.data().root(),
                        inbox == null ? "none; give one with --inbox DIR" : inbox);
        console.out().flush();
    }

    private PipelineOptions options() {
        return new PipelineOptions(
                brokerPort, registryPort, images.images(), config.read(), InstantSource.system());
    }
}

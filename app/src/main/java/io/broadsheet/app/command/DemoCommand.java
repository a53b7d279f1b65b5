package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.Lifetime;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.OpenDesk;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.app.pipeline.PipelineOptions.Images;
import io.broadsheet.app.pipeline.Telemetry;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.desk.DeskConfig;
import io.broadsheet.embedded.demo.DemoCertificate;
import io.broadsheet.embedded.demo.DemoImage;
import io.broadsheet.embedded.demo.DemoInbox;
import io.broadsheet.embedded.demo.DemoOrigin;
import io.broadsheet.ingest.InboxService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.operate.report.Table;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.service.LogFormat;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.v1.ImageVerdict;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code broadsheet demo}: what {@code up} does, on articles and an origin of our own. */
@Command(
        name = "demo",
        description =
                "Runs everything on made-up articles whose images, on a hostile origin in this"
                        + " process, earn each verdict; until stopped.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    private static final int URL_CHARS_MAX = 80;

    /**
     * An origin of one's own may be asked fast and must not be given up on, and no article gives up
     * waiting where the machine is slow. The environment wins.
     */
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "CHECK_IMAGES_HOST_PER_SECOND", "50",
                    "CHECK_IMAGES_HOST_IN_FLIGHT", "8",
                    "CHECK_IMAGES_BREAKER_FAILURES", "1000",
                    "IMAGES_WAIT_MAX", "5m");

    private final Console console;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "broadsheet-demo",
            description = "where everything is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("broadsheet-demo");

    @Mixin private final PortOptions ports = new PortOptions();

    /**
     * @param console where results go
     */
    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        PipelineOptions options = options(); // what is wrong is said before anything is made
        WantedPorts.of(options).requireFree(data);
        DataDirectory directory = DataDirectory.open(data);
        LogFormat.useText(directory.logs(), "WARN");
        DemoCertificate certificate = DemoCertificate.in(directory.root().resolve("demo"));
        // This process is the demo's own: whoever fetches in it may believe the demo's origin.
        System.setProperty("javax.net.ssl.trustStore", certificate.trustStore().toString());
        return Lifetime.of(() -> started(directory, options, certificate)).value();
    }

    private static SettingValues settings() {
        Map<String, String> environment = new HashMap<>(SETTINGS);
        environment.putAll(System.getenv());
        return AllSettings.read(Optional.empty(), environment);
    }

    private PipelineOptions options() {
        return new PipelineOptions(
                        ports.broker(),
                        ports.registry(),
                        Images.PRIVATE_TOO,
                        settings(),
                        InstantSource.system())
                .with(Telemetry.of("broadsheet", System.getenv()));
    }

    private AllInOne started(
            DataDirectory directory, PipelineOptions options, DemoCertificate certificate) {
        AllInOne all = AllInOne.start(directory, options);
        DemoOrigin origin = DemoOrigin.open(certificate);
        all.run(origin);
        Path inbox = directory.root().resolve("inbox");
        new DemoInbox(inbox, origin.images()).fill();
        all.run(new InboxService(inbox, () -> all.ingest(reading()), options.clock()));
        String doorsUrl = all.handOut(options);
        OpenDesk desk = all.openDesk(DeskConfig.of(options.settings()));
        String operationsUrl = all.answerOperators(OperationsConfig.of(options.settings()));
        tell(origin.images());
        tell(all, doorsUrl, operationsUrl, certificate);
        console.out().printf("%nOpen the desk in a browser: %s%n", desk);
        console.out().flush();
        return all;
    }

    private static ReaderSettings reading() {
        return ReaderSettings.of(SourceId.of("demo").orElseThrow(), Version.current());
    }

    private void tell(List<DemoImage> images) {
        var table = new Table("VERDICT", "ARTICLE", "IMAGE", "WHAT IT IS");
        for (DemoImage image : images) {
            table.add(
                    image.verdict(), image.article().file(), shortened(image.url()), image.what());
        }
        table.lines().forEach(console.out()::println);
        console.out().println();
        console.out()
                .printf(
                        "Not here, since they take other settings, a flood or a lost deadline: %s."
                                + " PENDING is in the first version of each article.%n",
                        String.join(", ", missing(images)));
    }

    private static String shortened(String url) {
        return url.length() <= URL_CHARS_MAX ? url : url.substring(0, URL_CHARS_MAX) + "...";
    }

    private static List<String> missing(List<DemoImage> images) {
        Set<ImageVerdict> missing = EnumSet.allOf(ImageVerdict.class);
        missing.removeAll(EnumSet.of(ImageVerdict.UNKNOWN, ImageVerdict.PENDING));
        images.forEach(image -> missing.remove(image.verdict()));
        return missing.stream().map(ImageVerdict::name).toList();
    }

    private void tell(
            AllInOne all, String doorsUrl, String operationsUrl, DemoCertificate certificate) {
        String cluster =
                "--bootstrap-servers %s --registry %s"
                        .formatted(all.kafka().bootstrapServers(), all.registryUrl());
        console.out()
                .printf(
                        """

                        The images are checked within two minutes. In another terminal:
                          ./broadsheet articles --data %1$s
                          ./broadsheet tail news.images.checks.v1 --from beginning --json %2$s
                          ./broadsheet tail news.articles.enriched.v1 --from beginning --json %2$s
                        One image, by hand:
                          BROADSHEET_JVM_OPTS=-Djavax.net.ssl.trustStore=%3$s \\
                            ./broadsheet check-image --allow-private-addresses URL
                        Without Kafka:
                          curl -N %5$s/articles/stream?since=1h
                          curl %5$s/feed.json
                        Articles that you put into %1$s/inbox are taken too.
                        Health is on %4$s/ready. Ctrl-C stops it.
                        """,
                        all.data().root(),
                        cluster,
                        certificate.trustStore(),
                        operationsUrl,
                        doorsUrl);
    }
}

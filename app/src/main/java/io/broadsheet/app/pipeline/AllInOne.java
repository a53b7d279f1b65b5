package io.broadsheet.app.pipeline;

import io.broadsheet.app.console.Lifetime.Living;
import io.broadsheet.app.pipeline.PipelineOptions.Images;
import io.broadsheet.desk.DeskConfig;
import io.broadsheet.desk.DeskPlace;
import io.broadsheet.desk.DeskService;
import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.image.service.CheckImagesService;
import io.broadsheet.enrich.image.service.CheckImagesSettings;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.ingest.FileIngest;
import io.broadsheet.ingest.backfill.BackfillConfig;
import io.broadsheet.ingest.backfill.BackfillService;
import io.broadsheet.ingest.callback.CallbackConfig;
import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.poll.FeedPollService;
import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.push.PushConfig;
import io.broadsheet.ingest.push.PushService;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.operations.OperationsServer;
import io.broadsheet.runtime.operations.PlatformWatch;
import io.broadsheet.runtime.operations.ProcessMeters;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.service.ServiceStack;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.sink.SinkConfig;
import io.broadsheet.sink.SinkService;
import io.broadsheet.sink.sqlite.SqliteStore;
import io.broadsheet.syndicate.SyndicateConfig;
import io.broadsheet.syndicate.SyndicateService;
import io.broadsheet.syndicate.webhook.WebhookConfig;
import io.broadsheet.syndicate.webhook.WebhookService;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The embedded platform and the services upon it, in this process. */
public final class AllInOne implements Living {

    private static final Map<String, String> RETRIES =
            Map.of("kafka.retry.backoff.ms", "10", "kafka.retry.backoff.max.ms", "500");

    private final DataDirectory data;
    private final InstantSource clock;
    private final EmbeddedPlatform platform;
    private final KafkaAccess kafka;
    private final ClaimStore claims;
    private final SinkService sink;
    private final PrometheusMeterRegistry meters = ProcessMeters.registry("all", Version.current());
    private final ServiceStack services = new ServiceStack(meters);

    private AllInOne(DataDirectory data, EmbeddedPlatform platform, PipelineOptions options) {
        this.data = data;
        this.clock = options.clock();
        this.platform = platform;
        this.claims = new FileClaims(data.claims());
        this.kafka =
                new KafkaAccess(
                        platform.bootstrapServers(),
                        SchemaRegistry.open(Map.of("schema.registry.url", platform.registryUrl())),
                        hereAtHand(options.settings().passedThrough()),
                        options.tracing());
        this.sink =
                new SinkService(
                        kafka,
                        List.of(SqliteStore.at(data.database(), "sink", clock)),
                        SinkConfig.of(options.settings()),
                        letters("sink"),
                        claims);
    }

    /**
     * The broker is in this process: who asks for what it makes just now need not wait a tenth of a
     * second between questions, which added up to seconds of each start.
     */
    private static Map<String, String> hereAtHand(Map<String, String> ofUser) {
        Map<String, String> settings = new HashMap<>(RETRIES);
        settings.putAll(ofUser);
        return settings;
    }

    /** Starts everything; what had been started is stopped again if a part does not start. */
    public static AllInOne start(DataDirectory data, PipelineOptions options) {
        EmbeddedPlatform platform =
                EmbeddedPlatform.start(
                        new PlatformOptions(
                                data.root(), options.brokerPort(), options.registryPort()));
        var all = new AllInOne(data, platform, options);
        try {
            all.startServices(options);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    private void startServices(PipelineOptions options) {
        EnrichConfig enrich = enrichConfig(options);
        run(new EnrichService(enrich, kafka, letters("enrich"), claims));
        if (enrich.checking().enabled()) {
            CheckImagesConfig checks = checkImagesConfig(options);
            run(new CheckImagesService(checks, kafka, letters("check-images"), clock));
        }
        run(sink);
    }

    /** Starts one more service, which is stopped before all that were started earlier. */
    public void run(Service service) {
        services.run(service);
    }

    /** An ingest of files into this pipeline. */
    public FileIngest ingest(ReaderSettings settings) {
        return FileIngest.open(kafka, settings, claims, clock);
    }

    /**
     * Polls feeds, takes what is pushed and lets backfills go on from now on, as far as the
     * settings say so.
     *
     * @return where articles may be pushed, as a URL without a path; empty if nobody may
     */
    public Optional<String> openDoors(PipelineOptions options) {
        DeadLetters letters = letters("ingest");
        PollSettings.read(options.settings())
                .map(config ->
                        new FeedPollService(
                                config, kafka, letters, FeedPollService.formats(letters, claims)))
                .ifPresent(this::run);
        CallbackConfig.read(options.settings())
                .map(config -> new HubCallbackService(config, kafka, clock))
                .ifPresent(this::run);
        BackfillConfig.read(options.settings(), PipelineGroups.AHEAD_OF_BACKFILL)
                .map(config -> new BackfillService(config, kafka, clock))
                .ifPresent(this::run);
        return PushConfig.read(options.settings()).map(config -> openPush(config, letters));
    }

    private String openPush(PushConfig config, DeadLetters letters) {
        var push = new PushService(config, kafka, letters, claims);
        run(push);
        return url(config.host(), push.port().orElseThrow());
    }

    private static String url(String host, int port) {
        return "http://%s:%d".formatted(host, port);
    }

    /**
     * Opens the desk, which shows all that goes on here.
     *
     * @param config where it is; an operator's token is made up if it has none
     */
    public OpenDesk openDesk(DeskConfig config) {
        DeskConfig complete = config.orToken(OpenDesk.newToken());
        var place =
                new DeskPlace(kafka, clock, claims, new StackHealth(services), Version.current());
        var desk = new DeskService(complete, place);
        run(desk);
        return new OpenDesk(
                desk.url().orElseThrow(), config.token().isEmpty() ? complete.token().value() : "");
    }

    /**
     * Hands articles out to those without Kafka from now on.
     *
     * @return where, as a URL without a path
     */
    public String handOut(PipelineOptions options) {
        SyndicateConfig config = SyndicateConfig.of(options.settings());
        var doors = new SyndicateService(config, kafka, clock);
        run(doors);
        run(
                new WebhookService(
                        WebhookConfig.of(options.settings()), kafka, letters("syndicate"), claims));
        return url(config.host(), doors.port().orElseThrow());
    }

    /** Where Kafka and the registry are. */
    public KafkaAccess kafka() {
        return kafka;
    }

    /** The URL of the registry. */
    public String registryUrl() {
        return platform.registryUrl();
    }

    /** What it keeps its data in. */
    public DataDirectory data() {
        return data;
    }

    SinkService sink() {
        return sink;
    }

    InstantSource clock() {
        return clock;
    }

    /**
     * Answers operators from now on: health and metrics of everything that runs here.
     *
     * @return where, as a URL without a path
     */
    public String answerOperators(OperationsConfig config) {
        run(new PlatformWatch(kafka));
        var server = new OperationsServer(config, services, meters);
        services.run(server);
        return url(config.host(), server.port().orElseThrow());
    }

    @Override
    public Optional<Throwable> failure() {
        return services.failure();
    }

    private EnrichConfig enrichConfig(PipelineOptions options) {
        EnrichConfig config = EnrichConfig.of(options.settings(), data.state());
        return options.images() == Images.NONE ? config.withoutImageChecks() : config;
    }

    private static CheckImagesConfig checkImagesConfig(PipelineOptions options) {
        CheckImagesConfig config = CheckImagesSettings.read(options.settings());
        return options.images() == Images.PRIVATE_TOO
                ? config.withPrivateAddressesAllowed(true)
                : config;
    }

    private DeadLetters letters(String application) {
        return new DeadLetters(application, Version.current(), clock);
    }

    @Override
    public void close() {
        services.close();
        platform.close();
    }
}

package io.broadsheet.app.pipeline;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.ingest.FileIngest;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.sink.SinkConfig;
import io.broadsheet.sink.SinkService;
import io.broadsheet.sink.sqlite.SqliteStore;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/** The embedded platform and the services upon it, in this process. */
public final class AllInOne implements AutoCloseable {

    private final DataDirectory data;
    private final InstantSource clock;
    private final EmbeddedPlatform platform;
    private final KafkaAccess kafka;
    private final ClaimStore claims;
    private final SinkService sink;
    private final Deque<Service> running = new ArrayDeque<>();

    private AllInOne(DataDirectory data, EmbeddedPlatform platform, PipelineOptions options) {
        this.data = data;
        this.clock = options.clock();
        this.platform = platform;
        this.claims = new FileClaims(data.claims());
        this.kafka =
                new KafkaAccess(
                        platform.bootstrapServers(),
                        SchemaRegistry.open(Map.of("schema.registry.url", platform.registryUrl())),
                        options.kafkaSettings());
        this.sink =
                new SinkService(
                        kafka,
                        SqliteStore.at(data.database(), "sink", clock),
                        SinkConfig.defaults(),
                        letters("sink"),
                        claims);
    }

    /** Starts everything; what had been started is stopped again if a part does not start. */
    public static AllInOne start(DataDirectory data, PipelineOptions options) {
        EmbeddedPlatform platform =
                EmbeddedPlatform.start(
                        new PlatformOptions(
                                data.root(), options.brokerPort(), options.registryPort()));
        var all = new AllInOne(data, platform, options);
        try {
            all.run(
                    new EnrichService(
                            EnrichConfig.standard(data.state(), options.checking()),
                            all.kafka,
                            all.letters("enrich"),
                            all.claims));
            all.run(all.sink);
            return all;
        } catch (RuntimeException e) {
            all.close();
            throw e;
        }
    }

    /** Starts one more service, which is stopped before all that were started earlier. */
    public void run(Service service) {
        running.push(service);
        service.start();
    }

    /** An ingest of files into this pipeline. */
    public FileIngest ingest(ReaderSettings settings) {
        return FileIngest.open(kafka, settings, claims, clock);
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

    /** Why a service stopped by itself, if one did. */
    public Optional<Throwable> failure() {
        return running.stream().flatMap(service -> service.failure().stream()).findFirst();
    }

    private DeadLetters letters(String application) {
        return new DeadLetters(application, Version.current(), clock);
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            running.pop().close();
        }
        platform.close();
    }
}

package io.broadsheet.app.pipeline;

import io.broadsheet.app.console.Lifetime.Living;
import io.broadsheet.app.settings.PlaceSettings;
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
import io.broadsheet.runtime.settings.SettingValues;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One service in a process of its own, on a cluster, with what operators ask it. */
public final class LoneService implements Living {

    private final PrometheusMeterRegistry meters;
    private final ServiceStack services;

    private LoneService(String name) {
        meters = ProcessMeters.registry(name, Version.current());
        services = new ServiceStack(meters);
    }

    /**
     * What a service is made of.
     *
     * @param kafka where Kafka and the registry are
     * @param settings of all services
     * @param letters writes its dead letters, and has the clock
     * @param claims keeps what is too large for a record
     */
    public record Setup(
            KafkaAccess kafka, SettingValues settings, DeadLetters letters, ClaimStore claims) {

        /** The time. */
        public InstantSource clock() {
            return letters.clock();
        }
    }

    /**
     * Starts a service, in its parts, and before them the port that tells how they are.
     *
     * @param name for dead letters and metrics
     * @param maker makes it
     */
    public static LoneService start(
            String name,
            KafkaAccess kafka,
            SettingValues settings,
            Function<Setup, List<Service>> maker) {
        var lone = new LoneService(name);
        try {
            var clock = InstantSource.system();
            var letters = new DeadLetters(name, Version.current(), clock);
            var claims = new FileClaims(PlaceSettings.claims(settings));
            List<Service> services = maker.apply(new Setup(kafka, settings, letters, claims));
            var operations = OperationsConfig.of(settings);
            lone.services.run(new OperationsServer(operations, lone.services, lone.meters));
            lone.services.run(new PlatformWatch(kafka));
            services.forEach(lone.services::run);
            return lone;
        } catch (RuntimeException e) {
            lone.close();
            throw e;
        }
    }

    @Override
    public Optional<Throwable> failure() {
        return services.failure();
    }

    @Override
    public void close() {
        services.close();
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Lifetime;
import io.broadsheet.app.pipeline.LoneService;
import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.app.pipeline.Telemetry;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.LogFormat;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.settings.SettingValues;

import picocli.CommandLine.Mixin;

import java.util.List;
import java.util.concurrent.Callable;

/** One service in this process, until it is stopped: what a container runs. It logs JSON. */
abstract class ServiceCommand implements Callable<Integer> {

    private final String name;

    @Mixin private final ClusterOptions cluster = new ClusterOptions();

    /**
     * @param name of the service, for dead letters and metrics
     */
    ServiceCommand(String name) {
        this.name = name;
    }

    /** The service, not yet started. */
    abstract Service make(Setup setup);

    /** Its parts, where it has several that live side by side. */
    List<Service> parts(Setup setup) {
        return List.of(make(setup));
    }

    /** Where it listens. */
    WantedPorts ports(SettingValues settings) {
        return WantedPorts.ofService(settings);
    }

    @Override
    public Integer call() throws InterruptedException {
        SettingValues settings = cluster.settings();
        KafkaAccess kafka = ClusterOptions.access(settings);
        ports(settings).requireFree();
        LogFormat.JSON.use();
        KafkaAccess traced = kafka.with(Telemetry.of("broadsheet-" + name, System.getenv()));
        return Lifetime.of(() -> LoneService.start(name, traced, settings, this::parts)).value();
    }
}

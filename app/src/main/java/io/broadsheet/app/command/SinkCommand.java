package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.sink.SinkConfig;
import io.broadsheet.sink.SinkService;
import io.broadsheet.sink.StoreConfig;

import picocli.CommandLine.Command;

/** {@code broadsheet sink}. */
@Command(
        name = "sink",
        description = "Stores enriched articles and dead letters, as a service.",
        mixinStandardHelpOptions = true)
public final class SinkCommand extends ServiceCommand {

    /** For the command line. */
    public SinkCommand() {
        super("sink");
    }

    @Override
    Service make(Setup setup) {
        SinkConfig config = SinkConfig.of(setup.settings());
        return new SinkService(
                setup.kafka(),
                store(setup.settings()).open("sink-" + config.instance(), setup.clock()),
                config,
                setup.letters(),
                setup.claims());
    }

    /** The store that the settings name. */
    static StoreConfig store(SettingValues settings) {
        try {
            return StoreConfig.of(settings);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.desk.DeskConfig;
import io.broadsheet.desk.DeskPlace;
import io.broadsheet.desk.DeskService;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.settings.SettingValues;

import picocli.CommandLine.Command;

import java.util.List;

/** {@code broadsheet desk}. */
@Command(
        name = "desk",
        description =
                "Serves the operations page: flow, articles, sources, images, dead letters; as a"
                        + " service.",
        mixinStandardHelpOptions = true)
public final class DeskCommand extends ServiceCommand {

    /** For the command line. */
    public DeskCommand() {
        super("desk");
    }

    @Override
    WantedPorts ports(SettingValues settings) {
        return super.ports(settings).withDesk(settings);
    }

    @Override
    Service make(Setup setup) {
        // The services run elsewhere: their groups tell how they are.
        var place =
                new DeskPlace(
                        setup.kafka(), setup.clock(), setup.claims(), List::of, Version.current());
        return new DeskService(DeskConfig.of(setup.settings()), place);
    }
}

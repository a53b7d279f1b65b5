package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.app.settings.PlaceSettings;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.service.EnrichService;
import io.broadsheet.runtime.service.Service;

import picocli.CommandLine.Command;

/** {@code broadsheet enrich}. */
@Command(
        name = "enrich",
        description = "Turns raw articles into enriched ones, as a service.",
        mixinStandardHelpOptions = true)
public final class EnrichCommand extends ServiceCommand {

    /** For the command line. */
    public EnrichCommand() {
        super("enrich");
    }

    @Override
    Service make(Setup setup) {
        return new EnrichService(
                EnrichConfig.of(setup.settings(), PlaceSettings.state(setup.settings())),
                setup.kafka(),
                setup.letters(),
                setup.claims());
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.enrich.image.service.CheckImagesService;
import io.broadsheet.enrich.image.service.CheckImagesSettings;
import io.broadsheet.runtime.service.Service;

import picocli.CommandLine.Command;

/** {@code broadsheet check-images}. */
@Command(
        name = "check-images",
        description = "Fetches and judges images, politely, as a service.",
        mixinStandardHelpOptions = true)
public final class CheckImagesCommand extends ServiceCommand {

    /** For the command line. */
    public CheckImagesCommand() {
        super("check-images");
    }

    @Override
    Service make(Setup setup) {
        return new CheckImagesService(
                CheckImagesSettings.read(setup.settings()),
                setup.kafka(),
                setup.letters(),
                setup.clock());
    }
}

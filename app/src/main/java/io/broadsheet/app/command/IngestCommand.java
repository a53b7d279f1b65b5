package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.app.pipeline.PipelineGroups;
import io.broadsheet.app.pipeline.Version;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.ingest.FileIngest;
import io.broadsheet.ingest.InboxService;
import io.broadsheet.ingest.IngestConfig;
import io.broadsheet.ingest.backfill.BackfillConfig;
import io.broadsheet.ingest.backfill.BackfillService;
import io.broadsheet.ingest.callback.CallbackConfig;
import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.poll.FeedPollService;
import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.push.PushConfig;
import io.broadsheet.ingest.push.PushService;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.settings.SettingValues;

import picocli.CommandLine.Command;

import java.util.ArrayList;
import java.util.List;

/** {@code broadsheet ingest}. */
@Command(
        name = "ingest",
        description =
                "Watches an inbox, polls feeds, takes what is pushed, and publishes it, as a service.",
        mixinStandardHelpOptions = true)
public final class IngestCommand extends ServiceCommand {

    /** For the command line. */
    public IngestCommand() {
        super("ingest");
    }

    @Override
    List<Service> parts(Setup setup) {
        List<Service> parts = new ArrayList<>(super.parts(setup));
        PollSettings.read(setup.settings())
                .map(config ->
                        new FeedPollService(
                                config,
                                setup.kafka(),
                                setup.letters(),
                                FeedPollService.formats(setup.letters(), setup.claims())))
                .ifPresent(parts::add);
        CallbackConfig.read(setup.settings())
                .map(config -> new HubCallbackService(config, setup.kafka(), setup.clock()))
                .ifPresent(parts::add);
        PushConfig.read(setup.settings())
                .map(config ->
                        new PushService(config, setup.kafka(), setup.letters(), setup.claims()))
                .ifPresent(parts::add);
        BackfillConfig.read(setup.settings(), PipelineGroups.AHEAD_OF_BACKFILL)
                .map(config -> new BackfillService(config, setup.kafka(), setup.clock()))
                .ifPresent(parts::add);
        return parts;
    }

    @Override
    WantedPorts ports(SettingValues settings) {
        return super.ports(settings).withDoorsIn(settings);
    }

    @Override
    Service make(Setup setup) {
        IngestConfig config = IngestConfig.of(setup.settings());
        ReaderSettings reader = config.reader(Version.current());
        return new InboxService(
                config.inbox(),
                () -> FileIngest.open(setup.kafka(), reader, setup.claims(), setup.clock()),
                setup.clock());
    }
}

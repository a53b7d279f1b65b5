package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.LoneService.Setup;
import io.broadsheet.app.pipeline.WantedPorts;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.syndicate.SyndicateConfig;
import io.broadsheet.syndicate.SyndicateService;
import io.broadsheet.syndicate.webhook.WebhookConfig;
import io.broadsheet.syndicate.webhook.WebhookService;

import picocli.CommandLine.Command;

import java.util.List;

/** {@code broadsheet syndicate}. */
@Command(
        name = "syndicate",
        description =
                "Hands articles out to those without Kafka: server-sent events, JSON Feed, Atom,"
                        + " webhooks, as a service.",
        mixinStandardHelpOptions = true)
public final class SyndicateCommand extends ServiceCommand {

    /** For the command line. */
    public SyndicateCommand() {
        super("syndicate");
    }

    @Override
    List<Service> parts(Setup setup) {
        return List.of(
                make(setup),
                new WebhookService(
                        WebhookConfig.of(setup.settings()),
                        setup.kafka(),
                        setup.letters(),
                        setup.claims()));
    }

    @Override
    WantedPorts ports(SettingValues settings) {
        return super.ports(settings).withDoorsOut(settings);
    }

    @Override
    Service make(Setup setup) {
        return new SyndicateService(
                SyndicateConfig.of(setup.settings()), setup.kafka(), setup.clock());
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.webhooks.WebhookCatalog;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.util.List;

/** {@code broadsheet webhooks pause|resume|remove}. */
abstract class WebhooksChangeCommand extends ClusterCommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "as `webhooks list` shows")
    private List<String> ids = List.of();

    private WebhooksChangeCommand(Console console) {
        super(console);
    }

    static WebhooksChangeCommand pause(Console console) {
        return new Pause(console);
    }

    static WebhooksChangeCommand resume(Console console) {
        return new Resume(console);
    }

    static WebhooksChangeCommand remove(Console console) {
        return new Remove(console);
    }

    /** Changes one webhook. */
    abstract void change(WebhookCatalog catalog, Webhook webhook);

    /** What was done, as the last word of a line. */
    abstract String done();

    @Override
    ExitCode run(Cluster cluster) {
        var catalog = new WebhookCatalog(cluster);
        List<Webhook> webhooks = ids.stream().map(catalog::find).toList(); // all or none
        for (Webhook webhook : webhooks) {
            change(catalog, webhook);
            print(webhook.getWebhookId() + " " + done());
        }
        return ExitCode.DONE;
    }

    private static void put(WebhookCatalog catalog, Webhook webhook, WebhookState state) {
        catalog.put(
                Webhook.newBuilder(webhook)
                        .setState(state)
                        .setNote(null)
                        .setChangedAt(catalog.now())
                        .build());
    }

    /** Tells nothing. */
    @Command(
            name = "pause",
            description = "Webhooks are told nothing until they are resumed; nothing is lost.",
            mixinStandardHelpOptions = true)
    private static final class Pause extends WebhooksChangeCommand {

        Pause(Console console) {
            super(console);
        }

        @Override
        void change(WebhookCatalog catalog, Webhook webhook) {
            put(catalog, webhook, WebhookState.PAUSED);
        }

        @Override
        String done() {
            return "paused";
        }
    }

    /** Tells again. */
    @Command(
            name = "resume",
            description =
                    "Webhooks are told again, from where they were: also those whose receiver had"
                            + " answered 410.",
            mixinStandardHelpOptions = true)
    private static final class Resume extends WebhooksChangeCommand {

        Resume(Console console) {
            super(console);
        }

        @Override
        void change(WebhookCatalog catalog, Webhook webhook) {
            put(catalog, webhook, WebhookState.ACTIVE);
        }

        @Override
        String done() {
            return "resumed";
        }
    }

    /** Forgets. */
    @Command(
            name = "remove",
            description = "Takes webhooks off the list. What was not told yet never will be.",
            mixinStandardHelpOptions = true)
    private static final class Remove extends WebhooksChangeCommand {

        Remove(Console console) {
            super(console);
        }

        @Override
        void change(WebhookCatalog catalog, Webhook webhook) {
            catalog.remove(webhook.getWebhookId());
        }

        @Override
        String done() {
            return "removed";
        }
    }
}

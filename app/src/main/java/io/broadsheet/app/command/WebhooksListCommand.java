package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.Table;
import io.broadsheet.operate.webhooks.WebhookCatalog;
import io.broadsheet.schemas.json.AvroJson;
import io.broadsheet.v1.Webhook;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** {@code broadsheet webhooks list}. */
@Command(
        name = "list",
        description = "Lists the webhooks with their state and how far behind each is.",
        mixinStandardHelpOptions = true)
final class WebhooksListCommand extends ClusterCommand {

    @Option(names = "--json", description = "one JSON object a webhook")
    private boolean json;

    WebhooksListCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        var catalog = new WebhookCatalog(cluster);
        Collection<Webhook> webhooks = catalog.webhooks().values();
        if (webhooks.isEmpty()) {
            remark("there is no webhook yet; `webhooks add URL --secret-file FILE` adds one");
        } else if (json) {
            Map<String, Long> lags = catalog.lags();
            webhooks.forEach(webhook -> print(line(webhook, lags)));
        } else {
            table(webhooks, catalog.lags()).lines().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static Table table(Collection<Webhook> webhooks, Map<String, Long> lags) {
        var table = new Table("ID", "STATE", "LAG", "URL", "NOTE");
        for (Webhook webhook : webhooks) {
            table.add(
                    webhook.getWebhookId(),
                    webhook.getState(),
                    lags.getOrDefault(webhook.getWebhookId(), 0L),
                    webhook.getUrl(),
                    Objects.requireNonNullElse(webhook.getNote(), ""));
        }
        return table;
    }

    private static String line(Webhook webhook, Map<String, Long> lags) {
        long lag = lags.getOrDefault(webhook.getWebhookId(), 0L);
        return "{\"lag\":%d,\"webhook\":%s}".formatted(lag, AvroJson.write(webhook));
    }
}

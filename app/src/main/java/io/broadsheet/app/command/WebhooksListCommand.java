package io.broadsheet.app.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.operate.report.Table;
import io.broadsheet.operate.webhooks.WebhookCatalog;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.syndicate.webhook.Trouble;
import io.broadsheet.v1.Webhook;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** {@code broadsheet webhooks list}. */
@Command(
        name = "list",
        description =
                "Lists the webhooks with their state, how far behind each is, and since when and"
                        + " why the next message is not taken.",
        mixinStandardHelpOptions = true)
final class WebhooksListCommand extends ClusterCommand {

    private static final int ERROR_CHARS_MAX = 80;

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
            webhooks.forEach(it -> print(line(it, lags, catalog.trouble(it))));
        } else {
            table(webhooks, catalog).lines().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private static Table table(Collection<Webhook> webhooks, WebhookCatalog catalog) {
        Map<String, Long> lags = catalog.lags();
        var table = new Table("ID", "STATE", "LAG", "URL", "FAILING SINCE", "LAST ERROR");
        for (Webhook webhook : webhooks) {
            Optional<Trouble> trouble = catalog.trouble(webhook);
            table.add(
                    webhook.getWebhookId(),
                    webhook.getState(),
                    lags.getOrDefault(webhook.getWebhookId(), 0L),
                    webhook.getUrl(),
                    trouble.map(it -> it.since().toString()).orElse("-"),
                    trouble.map(it -> SafeText.cut(it.words(), ERROR_CHARS_MAX)).orElse(""));
        }
        return table;
    }

    private static ObjectNode line(
            Webhook webhook, Map<String, Long> lags, Optional<Trouble> trouble) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("lag", lags.getOrDefault(webhook.getWebhookId(), 0L));
        line.put("failingSince", trouble.map(it -> it.since().toString()).orElse(null));
        line.put("lastError", trouble.map(Trouble::words).orElse(null));
        line.set("webhook", RecordText.json(webhook));
        return line;
    }
}

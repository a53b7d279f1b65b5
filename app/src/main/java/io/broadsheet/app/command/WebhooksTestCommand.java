package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.operate.webhooks.WebhookCatalog;
import io.broadsheet.syndicate.webhook.Answer;
import io.broadsheet.syndicate.webhook.Message;
import io.broadsheet.syndicate.webhook.Messenger;
import io.broadsheet.syndicate.webhook.WebhookConfig;
import io.broadsheet.v1.Webhook;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code broadsheet webhooks test}. */
@Command(
        name = "test",
        description =
                "Sends a webhook one message that says nothing (type webhook.test), from here, with"
                        + " the secrets in webhooks.secrets.directory.",
        mixinStandardHelpOptions = true)
final class WebhooksTestCommand extends ClusterCommand {

    @Parameters(paramLabel = "ID", description = "as `webhooks list` shows")
    private String id = "";

    WebhooksTestCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        Webhook webhook = new WebhookCatalog(cluster).find(id);
        try (var messenger = new Messenger(WebhookConfig.of(settings()), cluster.clock())) {
            Message message = Message.test(id, cluster.clock().instant());
            return switch (messenger.tell(webhook, message)) {
                case Answer.Taken(String words) -> told("taken", words, ExitCode.DONE);
                case Answer.Refused(String words) -> told("refused", words, ExitCode.FAILED);
                case Answer.Gone(String words) -> told("gone", words, ExitCode.FAILED);
                case Answer.Failed(String words, _) -> told("failed", words, ExitCode.FAILED);
            };
        } catch (IllegalStateException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    private ExitCode told(String outcome, String words, ExitCode code) {
        print(id + " " + outcome + ": " + words);
        return code;
    }
}

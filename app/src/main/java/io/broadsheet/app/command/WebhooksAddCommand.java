package io.broadsheet.app.command;

import io.broadsheet.app.console.Console;
import io.broadsheet.app.console.ExitCode;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.operate.webhooks.WebhookCatalog;
import io.broadsheet.syndicate.filter.ArticleFilter;
import io.broadsheet.syndicate.filter.FilterWords;
import io.broadsheet.syndicate.webhook.Secrets;
import io.broadsheet.v1.Webhook;
import io.broadsheet.v1.WebhookState;
import io.broadsheet.web.url.WebUrl;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** {@code broadsheet webhooks add}. */
@Command(
        name = "add",
        description =
                "Adds a webhook: it is told of each article from now on, signed as Standard"
                        + " Webhooks 1.0 wants it.",
        mixinStandardHelpOptions = true)
final class WebhooksAddCommand extends ClusterCommand {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    @Parameters(paramLabel = "URL", description = "where messages are posted to")
    private String url = "";

    @Option(
            names = "--secret-file",
            required = true,
            paramLabel = "FILE",
            description =
                    "has whsec_ and 24 to 64 bytes in base64, one a line, the newest first. Its"
                            + " name is kept, not what is in it: each instance has a file of that"
                            + " name in webhooks.secrets.directory")
    private Path secretFile = Path.of("");

    @Option(names = "--id", paramLabel = "ID", description = "default: the name of the file")
    private @Nullable String id;

    @Option(names = "--source", paramLabel = "ID", description = "only of this source; repeatable")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--section", paramLabel = "NAME", description = "only of it; repeatable")
    private List<String> sections = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description = "only in this language, as zh or pt-BR; repeatable")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--change",
            paramLabel = "CLASS",
            description = "only versions that differ so, as new or material; repeatable")
    private List<String> changes = new ArrayList<>();

    @Option(
            names = "--image",
            paramLabel = "OUTCOME",
            description = "only with an image of this outcome, as usable; repeatable")
    private List<String> images = new ArrayList<>();

    WebhooksAddCommand(Console console) {
        super(console);
    }

    @Override
    ExitCode run(Cluster cluster) {
        var catalog = new WebhookCatalog(cluster);
        Webhook webhook = webhook(catalog);
        String name = webhook.getWebhookId();
        if (catalog.webhooks().containsKey(name)) {
            throw new UserMistake(
                    name + ": is there already; remove it first, or give another with --id");
        }
        catalog.add(webhook);
        print(name + " added; it is told of what comes from now on");
        remark("try it with `webhooks test " + name + "`");
        return ExitCode.DONE;
    }

    private Webhook webhook(WebhookCatalog catalog) {
        String secretName = secretName();
        ArticleFilter filter = filter();
        return Webhook.newBuilder()
                .setWebhookId(id(secretName))
                .setUrl(address())
                .setSecretName(secretName)
                .setSources(List.copyOf(filter.sources()))
                .setSections(List.copyOf(filter.sections()))
                .setLanguages(List.copyOf(filter.languages()))
                .setChanges(List.copyOf(filter.changes()))
                .setImages(List.copyOf(filter.images()))
                .setState(WebhookState.ACTIVE)
                .setAddedAt(catalog.now())
                .setChangedAt(catalog.now())
                .build();
    }

    private String address() {
        return WebUrl.parse(url)
                .map(WebUrl::withoutFragment)
                .orElseThrow(() ->
                        new UserMistake(
                                url + ": must be a URL that begins with https:// or http://"));
    }

    private String secretName() {
        String name = Objects.toString(secretFile.getFileName(), "");
        if (!Secrets.isName(name)) {
            throw new UserMistake(
                    "--secret-file %s: its name must have letters, digits, '.', '_' and '-' only"
                            .formatted(secretFile));
        }
        try {
            var _ = Secrets.read(secretFile);
            return name;
        } catch (IOException e) {
            throw new UserMistake("--secret-file " + e.getMessage());
        }
    }

    private String id(String secretName) {
        String name = Objects.requireNonNullElse(id, secretName);
        if (!ID.matcher(name).matches()) {
            throw new UserMistake(
                    "%s: cannot be the id of a webhook: lower-case letters, digits and '-', at most"
                                    .formatted(name)
                            + " 63; give one with --id");
        }
        return name;
    }

    private ArticleFilter filter() {
        Map<String, List<String>> words =
                Map.of(
                        "source", sources,
                        "section", sections,
                        "language", languages,
                        "change", changes,
                        "image", images);
        try {
            return FilterWords.read(name -> words.getOrDefault(name, List.of()));
        } catch (IllegalArgumentException e) {
            throw new UserMistake("--" + e.getMessage());
        }
    }
}

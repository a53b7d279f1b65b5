package io.broadsheet.app.settings;

import io.broadsheet.runtime.settings.Setting;

import java.util.List;

/** {@code docs/settings.md}, made from what the services declare. */
public final class SettingsPage {

    private static final String INTRODUCTION =
            """
            # Settings

            This page is made by `./broadsheet settings`.

            A setting is given in a properties file (`--config FILE`) or as an environment variable, which wins. The variable has the same name in upper case, with `_` for every other character. `NAME_FILE` names a file that holds the value, for secrets, those of Kafka and the registry too (`KAFKA_SASL_JAAS_CONFIG_FILE`, `KAFKA_SSL_KEY_PASSWORD_FILE`, `BASIC_AUTH_USER_INFO_FILE`). Everything is read before anything starts, and all that is wrong is told at once.

            Kafka's own settings pass through by prefix: `kafka.X` is for all clients, `kafka.producer.X`, `kafka.consumer.X`, `kafka.admin.X` and `kafka.streams.X` for one kind. Values that Kafka's definitions do not allow are told like others; names that they do not know pass. The registry's go under the names that Confluent's clients know: `schema.registry.url` (several, with commas), `schema.registry.ssl.*`, `basic.auth.credentials.source`, `basic.auth.user.info`, `bearer.auth.token`, `auto.register.schemas`, `use.latest.version`, `value.subject.name.strategy`.
            """;

    private SettingsPage() {}

    /** The page in Markdown. */
    public static String markdown() {
        var page = new StringBuilder(INTRODUCTION);
        AllSettings.byService().forEach((service, settings) -> section(page, service, settings));
        return page.toString();
    }

    private static void section(StringBuilder page, String service, List<Setting<?>> settings) {
        page.append("\n## ").append(service).append("\n\n");
        page.append("| setting | environment | what it is | a value | default |\n");
        page.append("| --- | --- | --- | --- | --- |\n");
        settings.forEach(setting -> row(page, setting));
    }

    private static void row(StringBuilder page, Setting<?> setting) {
        String fallback = setting.shown().isEmpty() ? "" : "`" + setting.shown() + "`";
        page.append(
                "| `%s` | `%s` | %s | %s | %s |\n"
                        .formatted(
                                setting.key(),
                                setting.variable(),
                                setting.meaning(),
                                setting.wanted(),
                                fallback));
    }
}

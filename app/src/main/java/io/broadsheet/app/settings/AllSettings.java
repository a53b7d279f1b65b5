package io.broadsheet.app.settings;

import io.broadsheet.desk.DeskConfig;
import io.broadsheet.enrich.image.service.CheckImagesSettings;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.ingest.IngestConfig;
import io.broadsheet.ingest.backfill.BackfillConfig;
import io.broadsheet.ingest.poll.PollSettings;
import io.broadsheet.ingest.push.PushConfig;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.failure.FileTrouble;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.runtime.settings.Settings;
import io.broadsheet.sink.SinkConfig;
import io.broadsheet.sink.StoreConfig;
import io.broadsheet.syndicate.SyndicateConfig;
import io.broadsheet.syndicate.webhook.WebhookConfig;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Every setting there is, by the service that it is for. */
public final class AllSettings {

    private AllSettings() {}

    /** The settings of each service, in the order of an article's journey. */
    public static Map<String, List<Setting<?>>> byService() {
        Map<String, List<Setting<?>>> settings = new LinkedHashMap<>();
        settings.put("every service", everyService());
        settings.put("ingest", IngestConfig.SETTINGS);
        settings.put("feeds", PollSettings.SETTINGS);
        settings.put("push", PushConfig.SETTINGS);
        settings.put("backfill", BackfillConfig.SETTINGS);
        settings.put("enrich", EnrichConfig.SETTINGS);
        settings.put("check-images", CheckImagesSettings.SETTINGS);
        settings.put("sink", SinkConfig.SETTINGS);
        settings.put("store", StoreConfig.SETTINGS);
        settings.put("desk", DeskConfig.SETTINGS);
        settings.put("syndicate", SyndicateConfig.SETTINGS);
        settings.put("webhooks", WebhookConfig.SETTINGS);
        return settings;
    }

    /**
     * Reads them all.
     *
     * @param file a properties file in UTF-8; empty for none
     * @param environment wins over the file
     * @throws UserMistake if the file cannot be read, or if settings contradict each other
     * @throws io.broadsheet.runtime.settings.SettingsInvalidException telling every problem at once
     */
    public static SettingValues read(Optional<Path> file, Map<String, String> environment) {
        List<Setting<?>> all =
                byService().values().stream().<Setting<?>>flatMap(List::stream).toList();
        SettingValues values =
                new Settings(all, KafkaSettings::problems)
                        .read(file.map(AllSettings::lines).orElse(Map.of()), environment);
        requireSense(values);
        return values;
    }

    /** Each for itself is right; those of the sink can contradict each other. */
    private static void requireSense(SettingValues values) {
        try {
            SinkConfig.of(values);
        } catch (IllegalArgumentException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    private static List<Setting<?>> everyService() {
        return Stream.of(
                        ClusterSettings.SETTINGS, PlaceSettings.SETTINGS, OperationsConfig.SETTINGS)
                .<Setting<?>>flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> lines(Path file) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UserMistake("--config " + file + ": cannot be read: " + FileTrouble.words(e));
        } catch (IllegalArgumentException e) {
            throw new UserMistake("--config " + file + ": cannot be read: " + e.getMessage());
        }
        Map<String, String> lines = new LinkedHashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> lines.put(key, properties.getProperty(key)));
        return lines;
    }
}

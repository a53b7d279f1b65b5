package io.broadsheet.ingest;

import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.profile.Profile;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.SettingValues;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an ingest that runs as a service watches, and whose articles lie there.
 *
 * @param inbox the directory, made if missing
 * @param source whose articles these are
 * @param profile how front matter is read; empty to recognise it
 */
public record IngestConfig(Path inbox, SourceId source, Optional<Profile> profile) {

    private static final Setting<String> INBOX =
            Setting.text("ingest.inbox", "directory that is watched for articles", "inbox");
    private static final Setting<SourceId> SOURCE =
            new Setting<>(
                    "ingest.source.id",
                    "whose articles these are; part of their identity",
                    "letters, digits, dot, dash and underscore, 100 at most",
                    SourceId.of("local").orElseThrow(),
                    "local",
                    SourceId::of);
    private static final Setting<String> PROFILE =
            new Setting<>(
                    "ingest.profile",
                    "how front matter is read; empty to recognise it file by file",
                    "plain or rsshub-hexo, or empty",
                    "",
                    "",
                    IngestConfig::profileName);

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS = List.of(INBOX, SOURCE, PROFILE);

    /** From values that were read. */
    public static IngestConfig of(SettingValues values) {
        return new IngestConfig(
                Path.of(values.get(INBOX)), values.get(SOURCE), Profile.named(values.get(PROFILE)));
    }

    /**
     * How its documents are read.
     *
     * @param version of Broadsheet, for dead letters
     */
    public ReaderSettings reader(String version) {
        return ReaderSettings.of(source, profile, version);
    }

    private static Optional<String> profileName(String name) {
        return Optional.of(name).filter(it -> it.isEmpty() || Profile.named(it).isPresent());
    }
}

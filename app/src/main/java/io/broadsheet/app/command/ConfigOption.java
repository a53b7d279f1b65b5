package io.broadsheet.app.command;

import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.runtime.settings.SettingValues;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Optional;

/** Where settings are read from, beside the environment. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "properties file with settings; `broadsheet settings` lists them")
    private @Nullable Path file;

    /** All settings, read and checked. */
    SettingValues read() {
        return AllSettings.read(file(), System.getenv());
    }

    /** The file, if one is named. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }
}

package io.broadsheet.app.command;

import io.broadsheet.app.pipeline.Version;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.profile.Profile;
import io.broadsheet.operate.report.UserMistake;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Whose articles they are, and how they are to be read. */
final class SourceOptions {

    @Option(
            names = "--source-id",
            paramLabel = "ID",
            defaultValue = "local",
            description = "whose articles these are; part of their identity (default: local)")
    private String sourceId = "local";

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "how front matter is read: plain or rsshub-hexo (default: recognised)")
    private @Nullable String profile;

    ReaderSettings settings() {
        SourceId source =
                SourceId.of(sourceId)
                        .orElseThrow(() ->
                                new UserMistake(
                                        "--source-id "
                                                + sourceId
                                                + ": letters, digits, dot, dash and"
                                                + " underscore only, 100 at most"));
        return ReaderSettings.of(
                source, Optional.ofNullable(profile).map(SourceOptions::named), Version.current());
    }

    private static Profile named(String name) {
        return Profile.named(name)
                .orElseThrow(() -> new UserMistake("--profile " + name + ": plain or rsshub-hexo"));
    }
}

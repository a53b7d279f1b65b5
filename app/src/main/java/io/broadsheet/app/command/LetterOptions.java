package io.broadsheet.app.command;

import io.broadsheet.operate.letters.LetterFilter;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Which dead letters are meant. */
final class LetterOptions {

    @Option(names = "--reason", paramLabel = "REASON", description = "such as DESERIALIZATION")
    private @Nullable String reason;

    @Option(names = "--code", paramLabel = "CODE", description = "such as AVRO_CORRUPT")
    private @Nullable String code;

    @Option(names = "--stage", paramLabel = "STAGE", description = "such as ENRICH_DESERIALIZE")
    private @Nullable String stage;

    @Option(names = "--source", paramLabel = "ID", description = "of this sourceId")
    private @Nullable String source;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "failed since then: 2026-01-31T12:00:00Z, or so long ago: 2h, 1d")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "failed before then, likewise")
    private @Nullable String until;

    LetterFilter filter(InstantSource clock) {
        return new LetterFilter(
                Optional.ofNullable(reason),
                Optional.ofNullable(code),
                Optional.ofNullable(stage),
                Optional.ofNullable(source),
                time("--since", since, clock),
                time("--until", until, clock));
    }

    private static Optional<Instant> time(
            String option, @Nullable String text, InstantSource clock) {
        return Optional.ofNullable(text).map(given -> Times.of(option, given, clock));
    }
}

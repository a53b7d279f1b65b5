package io.broadsheet.app.command;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Where payloads are kept that are too large for a record. */
final class ClaimsOption {

    @Option(
            names = "--claims",
            paramLabel = "DIR",
            defaultValue = "broadsheet-data/claims",
            description =
                    "where payloads too large for a record are kept (default: ${DEFAULT-VALUE})")
    private Path directory = Path.of("broadsheet-data", "claims");

    ClaimStore store() {
        return new FileClaims(directory);
    }
}

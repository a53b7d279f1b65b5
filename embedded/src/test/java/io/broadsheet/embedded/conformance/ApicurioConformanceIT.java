package io.broadsheet.embedded.conformance;

import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A registry that others wrote, judged the same: so what holds for ours is the protocol, not a
 * habit of ours. Runs with {@code -Pconformance}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApicurioConformanceIT extends Conformance {

    private Optional<ApicurioProcess> apicurio = Optional.empty();

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        String home = System.getProperty("apicurio.home", "");
        assumeThat(home)
                .as("apicurio.home, set by -Pconformance, where Apicurio Registry is unpacked")
                .isNotEmpty();
        apicurio = Optional.of(ApicurioProcess.start(Path.of(home), directory));
    }

    @AfterAll
    void stop() {
        apicurio.ifPresent(ApicurioProcess::close);
    }

    @Override
    String registryUrl() {
        return apicurio.orElseThrow().url();
    }
}

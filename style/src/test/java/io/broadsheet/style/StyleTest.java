package io.broadsheet.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.puppycrawl.tools.checkstyle.Checker;
import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.api.AuditEvent;
import com.puppycrawl.tools.checkstyle.api.AuditListener;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;

import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Small methods, small files, few parameters: the limits of checkstyle.xml. */
class StyleTest {

    @Test
    void everySourceFileKeepsTheLimits() throws IOException, CheckstyleException {
        var findings = new Findings();
        var checker = new Checker();
        checker.setModuleClassLoader(Checker.class.getClassLoader());
        checker.configure(configuration());
        checker.addListener(findings);
        checker.process(Sources.all().stream().map(Path::toFile).toList());
        checker.destroy();
        assertThat(findings.lines).isEmpty();
    }

    private static Configuration configuration() throws IOException, CheckstyleException {
        try (var xml = StyleTest.class.getResourceAsStream("/checkstyle.xml")) {
            return ConfigurationLoader.loadConfiguration(
                    new InputSource(xml),
                    new PropertiesExpander(new Properties()),
                    ConfigurationLoader.IgnoredModulesOptions.EXECUTE);
        }
    }

    /** Collects what checkstyle complains of, one line each. */
    private static final class Findings implements AuditListener {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void addError(AuditEvent event) {
            lines.add(event.getFileName() + ":" + event.getLine() + ": " + event.getMessage());
        }

        @Override
        public void addException(AuditEvent event, Throwable cause) {
            lines.add(event.getFileName() + ": " + cause);
        }

        @Override
        public void auditStarted(AuditEvent event) {}

        @Override
        public void auditFinished(AuditEvent event) {}

        @Override
        public void fileStarted(AuditEvent event) {}

        @Override
        public void fileFinished(AuditEvent event) {}
    }
}

package io.broadsheet.runtime.service;

import org.apache.logging.log4j.core.config.Configurator;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * How a process logs. May be changed while it runs: java.util.logging has the loggers started
 * before anyone could choose.
 */
public enum LogFormat {
    /** Short lines for people, and all of it in a file. */
    TEXT,
    /** Short lines for people, warnings only, and no file: for commands that answer and end. */
    TERSE,
    /** One JSON object a line, in Elastic Common Schema. */
    JSON;

    /**
     * {@link #TEXT}, from now on.
     *
     * @param directory where the file is kept
     * @param terminalLevel least level shown on the terminal, such as {@code WARN}
     */
    public static void useText(Path directory, String terminalLevel) {
        System.setProperty("broadsheet.log.directory", directory.toString());
        System.setProperty("broadsheet.log.console", terminalLevel);
        TEXT.use();
    }

    /** Takes effect at once, for every logger. Everything goes to standard error. */
    public void use() {
        LogTrouble.tell();
        String file = "log-" + name().toLowerCase(Locale.ROOT) + ".xml";
        URL configuration =
                Objects.requireNonNull(
                        LogFormat.class.getResource(file), () -> file + " is not in this jar");
        try {
            Configurator.reconfigure(configuration.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.broadsheet.runtime.service;

import java.nio.file.Path;
import java.util.Locale;

/** How a process logs. Chosen before anything else is started, since loggers read it once. */
public enum LogFormat {
    /** Short lines for people, and all of it in a file. */
    TEXT,
    /** One JSON object a line, in Elastic Common Schema. */
    JSON;

    /**
     * Takes effect for every logger made afterwards.
     *
     * @param directory where {@link #TEXT} keeps its file
     * @param terminalLevel least level that {@link #TEXT} shows on the terminal, such as {@code
     *     WARN}
     */
    public void use(Path directory, String terminalLevel) {
        System.setProperty("broadsheet.log.directory", directory.toString());
        System.setProperty("broadsheet.log.console", terminalLevel);
        String file = "log-" + name().toLowerCase(Locale.ROOT) + ".xml";
        System.setProperty(
                "log4j2.configurationFile", "classpath:io/broadsheet/runtime/service/" + file);
    }
}

package io.broadsheet.runtime.settings;

import java.util.List;

/** Some settings are wrong; the message tells all of them, one a line. */
public final class SettingsInvalidException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettingsInvalidException(List<String> problems) {
        super(
                problems.size()
                        + (problems.size() == 1 ? " setting is" : " settings are")
                        + " wrong:\n  "
                        + String.join("\n  ", problems));
    }
}

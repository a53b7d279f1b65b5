package io.broadsheet.app.command;

import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.settings.Setting;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;

/** Times as people write them on a command line. */
final class Times {

    private Times() {}

    /**
     * An instant, or so long ago.
     *
     * @throws UserMistake if it is neither
     */
    static Instant of(String option, String text, InstantSource clock) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return Setting.parseDuration(text)
                    .map(ago -> clock.instant().minus(ago))
                    .orElseThrow(() ->
                            new UserMistake(
                                    option
                                            + " "
                                            + text
                                            + ": a time as 2026-01-31T12:00:00Z, or how long ago"
                                            + " as 2h or 1d"));
        }
    }
}

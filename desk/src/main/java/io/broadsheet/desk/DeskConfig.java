package io.broadsheet.desk;

import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where the desk is, and who may do more than read.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param names of this machine as browsers write them, beside those of the loopback
 * @param token of the operator; none if the desk is only to be read
 * @param historyRecordsMax how many records of each topic are read at the start
 */
public record DeskConfig(
        String host, int port, Set<String> names, Secret token, int historyRecordsMax) {

    private static final int TOKEN_CHARS_MIN = 16;

    private static final Setting<String> HOST =
            Setting.text("desk.host", "address that the desk listens on", "127.0.0.1");
    private static final Setting<Integer> PORT =
            Setting.integer(
                    "desk.port",
                    "port that the desk listens on; 0 for any free one",
                    8090,
                    new IntBounds(0, 65_535));
    private static final Setting<String> NAMES =
            Setting.text(
                    "desk.names",
                    "names of the host under which browsers reach the desk, with commas, beside"
                            + " localhost and desk.host; others are refused",
                    "");
    private static final Setting<Secret> TOKEN =
            new Setting<>(
                    "desk.token",
                    "what an operator signs in with to replay dead letters; without it the desk is"
                            + " only to be read, but `up` and `demo` make one up. Give it as a file,"
                            + " by DESK_TOKEN_FILE",
                    "16 characters or more",
                    Secret.NONE,
                    "",
                    text ->
                            text.isEmpty() || text.length() >= TOKEN_CHARS_MIN
                                    ? Optional.of(new Secret(text))
                                    : Optional.empty());
    private static final Setting<Integer> HISTORY =
            Setting.integer(
                    "desk.history.records",
                    "records of each topic that the desk reads at its start, the latest; what comes"
                            + " then is all read",
                    100_000,
                    new IntBounds(100, 100_000_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS = List.of(HOST, PORT, NAMES, TOKEN, HISTORY);

    public DeskConfig {
        names = Set.copyOf(names);
    }

    /** From values that were read. */
    public static DeskConfig of(SettingValues values) {
        return new DeskConfig(
                values.get(HOST),
                values.get(PORT),
                names(values.get(NAMES)),
                values.get(TOKEN),
                values.get(HISTORY));
    }

    /** The same with a token, unless it has one. */
    public DeskConfig orToken(Secret other) {
        return token.isEmpty() ? new DeskConfig(host, port, names, other, historyRecordsMax) : this;
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

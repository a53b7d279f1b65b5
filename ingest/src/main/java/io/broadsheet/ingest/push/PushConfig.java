package io.broadsheet.ingest.push;

import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;

import java.util.List;
import java.util.Optional;

/**
 * Where articles are taken over HTTP.
 *
 * @param host address to listen on
 * @param port 0 for any free one
 * @param tokens who may push
 * @param bodyBytesMax of one request
 * @param inFlightMax requests at once; more are asked to come again
 * @param perMinuteMax requests of one token in a minute
 */
public record PushConfig(
        String host,
        int port,
        PushTokens tokens,
        int bodyBytesMax,
        int inFlightMax,
        int perMinuteMax) {

    private static final Setting<String> HOST =
            Setting.text("push.host", "address that articles are taken on", "127.0.0.1");
    private static final Setting<Integer> PORT =
            Setting.integer(
                    "push.port",
                    "port that articles are taken on; 0 for any free one",
                    8088,
                    new IntBounds(0, 65_535));
    private static final Setting<Secret> TOKENS =
            new Setting<>(
                    "push.tokens",
                    "who may push, each line a source id and its token; nobody, and no port, if"
                            + " empty. Give it as a file, by PUSH_TOKENS_FILE",
                    "lines of a source id, a blank, and a token of 16 characters or more",
                    Secret.NONE,
                    "",
                    text -> PushTokens.parse(text).map(_ -> new Secret(text)));
    private static final Setting<Integer> BODY =
            Setting.integer(
                    "push.body.bytes.max",
                    "bytes of the largest request",
                    10 * 1024 * 1024,
                    new IntBounds(1_024, 64 * 1024 * 1024));
    private static final Setting<Integer> IN_FLIGHT =
            Setting.integer(
                    "push.in.flight",
                    "requests that are taken at once; more are told to come again",
                    16,
                    new IntBounds(1, 1_000));
    private static final Setting<Integer> PER_MINUTE =
            Setting.integer(
                    "push.requests.per.minute",
                    "requests that one token may make in a minute; more are told when to come"
                            + " again",
                    6_000,
                    new IntBounds(1, 1_000_000));

    /** All of them, for the reader of settings and for {@code docs/settings.md}. */
    public static final List<Setting<?>> SETTINGS =
            List.of(HOST, PORT, TOKENS, BODY, IN_FLIGHT, PER_MINUTE);

    /** From values that were read; empty if nobody may push. */
    public static Optional<PushConfig> read(SettingValues values) {
        return PushTokens.parse(values.get(TOKENS).value())
                .filter(tokens -> !tokens.isEmpty())
                .map(tokens ->
                        new PushConfig(
                                values.get(HOST),
                                values.get(PORT),
                                tokens,
                                values.get(BODY),
                                values.get(IN_FLIGHT),
                                values.get(PER_MINUTE)));
    }
}

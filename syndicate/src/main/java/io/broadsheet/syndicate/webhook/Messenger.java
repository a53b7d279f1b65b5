package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.Webhook;
import io.broadsheet.web.fetch.Abort;
import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.HopGate;
import io.broadsheet.web.fetch.SafeFetcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Tells one webhook one message, once, through the fetcher that goes nowhere it should not. No
 * redirect is followed: who moves says so to whoever set it up. Safe for many threads.
 */
public final class Messenger implements AutoCloseable {

    private static final int BODY_BYTES_MAX = 64 * 1024;
    private static final int KEPT_BYTES_MAX = 200;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);

    private final SafeFetcher fetcher;
    private final WebhookConfig config;
    private final InstantSource clock;

    /**
     * @throws IllegalStateException if proxy settings are set and the settings do not say that they
     *     may be ignored
     */
    public Messenger(WebhookConfig config, InstantSource clock) {
        this.fetcher = SafeFetcher.open(config.egress());
        this.config = config;
        this.clock = clock;
    }

    /** Makes an attempt. */
    public Answer tell(Webhook webhook, Message message) {
        return tell(webhook, message, new Abort());
    }

    /**
     * Makes an attempt.
     *
     * @param abort cuts it
     */
    Answer tell(Webhook webhook, Message message, Abort abort) {
        try {
            Secrets secrets = Secrets.read(config.secrets().resolve(webhook.getSecretName()));
            var asking =
                    new Asking.Posting(
                            "application/json",
                            message.body(),
                            message.headers(secrets, clock.instant()));
            var request =
                    new FetchRequest(webhook.getUrl(), Optional.empty(), "*/*", limits(), asking);
            return answer(fetcher.fetch(request, HopGate.OPEN, abort));
        } catch (IOException e) {
            return new Answer.Failed("no secret: " + e.getMessage(), Optional.empty());
        }
    }

    private FetchLimits limits() {
        Duration timeout = config.patience().timeout();
        Duration connect = timeout.compareTo(CONNECT_MAX) < 0 ? timeout : CONNECT_MAX;
        return new FetchLimits(BODY_BYTES_MAX, KEPT_BYTES_MAX, 0, connect, timeout);
    }

    private Answer answer(FetchResult result) {
        return switch (result) {
            case FetchResult.Answered answered -> answer(answered);
            case FetchResult.Refused refused ->
                    new Answer.Failed("not asked: " + words(refused), Optional.empty());
            case FetchResult.Failed failed ->
                    new Answer.Failed(failed.failure() + " " + failed.detail(), Optional.empty());
        };
    }

    private Answer answer(FetchResult.Answered answered) {
        String words = words(answered);
        if (answered.status() / 100 == 2) {
            return new Answer.Taken(words);
        }
        return switch (answered.status()) {
            case 400, 413, 415, 422 -> new Answer.Refused(words);
            case 410 -> new Answer.Gone(words);
            default -> new Answer.Failed(words, answered.header("Retry-After").flatMap(this::wait));
        };
    }

    /** Why, and by which setting it could be otherwise. */
    private String words(FetchResult.Refused refused) {
        String why = refused.code() + ": " + refused.detail();
        return refused.code().isOfPlace() && config.egress().isPublicOnly()
                ? why + "; only public addresses are told, unless " + WebhookConfig.PRIVATE_SWITCH
                : why;
    }

    /** The status, and how the answer begins. */
    private static String words(FetchResult.Answered answered) {
        String text = new String(answered.body().kept(), StandardCharsets.UTF_8).strip();
        return "HTTP "
                + answered.status()
                + (text.isEmpty() ? "" : ": " + SafeText.escapeControls(text));
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3); no longer than it is obeyed. */
    private Optional<Duration> wait(String retryAfter) {
        Duration most = config.patience().retryAfterMax();
        return seconds(retryAfter.strip())
                .filter(wait -> !wait.isNegative())
                .map(wait -> wait.compareTo(most) < 0 ? wait : most);
    }

    private Optional<Duration> seconds(String text) {
        try {
            if (text.matches("[0-9]{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            Instant until =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(Duration.between(clock.instant(), until));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }
}

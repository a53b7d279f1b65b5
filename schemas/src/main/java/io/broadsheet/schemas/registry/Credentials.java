package io.broadsheet.schemas.registry;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a request carries as {@code Authorization}. Never printed. */
public final class Credentials {

    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC_USER_INFO = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER_TOKEN = "bearer.auth.token";
    // Confluent's older names have this prefix.
    private static final String PREFIX = "schema.registry.";

    private final Optional<String> authorization;

    private Credentials(Optional<String> authorization) {
        this.authorization = authorization;
    }

    /** None at all. */
    public static Credentials none() {
        return new Credentials(Optional.empty());
    }

    /** HTTP basic authentication, {@code user:password}. */
    public static Credentials basic(String userInfo) {
        byte[] bytes = userInfo.getBytes(StandardCharsets.UTF_8);
        return new Credentials(Optional.of("Basic " + Base64.getEncoder().encodeToString(bytes)));
    }

    /** A bearer token. */
    public static Credentials bearer(String token) {
        return new Credentials(Optional.of("Bearer " + token));
    }

    /**
     * As Confluent's keys say. Kinder than Confluent in one point: a user info or a token is used
     * also where no source is named.
     */
    static Credentials from(Map<String, ?> settings, URI url) {
        Optional<String> token = value(settings, BEARER_TOKEN);
        Optional<String> userInfo = value(settings, BASIC_USER_INFO);
        String source =
                value(settings, BASIC_SOURCE)
                        .orElse(userInfo.isPresent() ? "USER_INFO" : "URL")
                        .toUpperCase(Locale.ROOT);
        if (token.isPresent() || value(settings, BEARER_SOURCE).isPresent()) {
            return bearer(settings, token);
        }
        return switch (source) {
            case "USER_INFO" ->
                    basic(
                            userInfo.orElseThrow(
                                    () -> wrong(BASIC_USER_INFO, "required, user:password")));
            case "URL" ->
                    Optional.ofNullable(url.getUserInfo()).map(Credentials::basic).orElse(none());
            default -> throw wrong(BASIC_SOURCE, "must be USER_INFO or URL");
        };
    }

    private static Credentials bearer(Map<String, ?> settings, Optional<String> token) {
        String source = value(settings, BEARER_SOURCE).orElse("STATIC_TOKEN");
        if (!"STATIC_TOKEN".equalsIgnoreCase(source)) {
            throw wrong(BEARER_SOURCE, "must be STATIC_TOKEN");
        }
        return bearer(token.orElseThrow(() -> wrong(BEARER_TOKEN, "required, the token")));
    }

    private static Optional<String> value(Map<String, ?> settings, String key) {
        return text(settings.get(key)).or(() -> text(settings.get(PREFIX + key)));
    }

    private static Optional<String> text(@Nullable Object value) {
        return Optional.ofNullable(value)
                .map(given -> given instanceof Password secret ? secret.value() : given.toString())
                .map(String::strip)
                .filter(given -> !given.isEmpty());
    }

    private static ConfigException wrong(String key, String what) {
        return new ConfigException(key + ": " + what);
    }

    /** Value of the header; empty if there is none. */
    Optional<String> authorization() {
        return authorization;
    }

    @Override
    public String toString() {
        return authorization.isPresent() ? "****" : "none";
    }
}

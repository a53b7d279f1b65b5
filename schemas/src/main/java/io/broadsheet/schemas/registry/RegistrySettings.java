package io.broadsheet.schemas.registry;

import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLContext;

/**
 * How to reach a schema registry.
 *
 * @param urls of the same registry, in order of preference; without user info and trailing slash
 * @param credentials how each request is authorised
 * @param tls for https; empty for the JDK's own trust
 * @param connectTimeMax how long one connection may take
 * @param answerTimeMax how long one attempt may take, connection included
 * @param totalTimeMax how long one call may take, all attempts and waits included
 */
public record RegistrySettings(
        List<URI> urls,
        Credentials credentials,
        Optional<SSLContext> tls,
        Duration connectTimeMax,
        Duration answerTimeMax,
        Duration totalTimeMax) {

    /** Where the registry is; a comma-separated list means several nodes of the same one. */
    public static final String URL = "schema.registry.url";

    private static final Duration CONNECT_TIME_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(10);
    private static final Duration TOTAL_TIME_MAX = Duration.ofSeconds(30);

    /** With the list copied. */
    public RegistrySettings {
        urls = List.copyOf(urls);
    }

    /** Without credentials, with the usual limits. */
    public static RegistrySettings of(URI... urls) {
        return new RegistrySettings(
                Arrays.stream(urls).map(RegistrySettings::base).toList(),
                Credentials.none(),
                Optional.empty(),
                CONNECT_TIME_MAX,
                ANSWER_TIME_MAX,
                TOTAL_TIME_MAX);
    }

    /**
     * From Confluent's keys: {@code schema.registry.url}, {@code basic.auth.credentials.source} and
     * {@code .user.info}, {@code bearer.auth.credentials.source} and {@code .token}, {@code
     * schema.registry.ssl.*} (all of Kafka's own {@code ssl.*} settings for clients).
     *
     * @throws ConfigException if one is missing or wrong; secrets are never part of the message
     */
    public static RegistrySettings from(Map<String, ?> settings) {
        List<URI> written = urls(settings.get(URL));
        return new RegistrySettings(
                written.stream().map(RegistrySettings::base).toList(),
                Credentials.from(settings, written.get(0)),
                RegistryTls.from(settings),
                CONNECT_TIME_MAX,
                ANSWER_TIME_MAX,
                TOTAL_TIME_MAX);
    }

    private static List<URI> urls(@Nullable Object value) {
        // Kafka's parsed configurations hold a list where a properties file holds a string.
        String joined =
                value instanceof List<?> list
                        ? String.join(",", list.stream().map(Object::toString).toList())
                        : value == null ? "" : value.toString();
        List<URI> urls =
                Arrays.stream(joined.split(","))
                        .map(String::strip)
                        .filter(url -> !url.isEmpty())
                        .map(RegistrySettings::parse)
                        .toList();
        if (urls.isEmpty()) {
            throw new ConfigException(URL + ": required, where the schema registry is");
        }
        return urls;
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (http && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, without the URL itself: it may hold a password.
        }
        throw new ConfigException(
                URL + ": must be http://host:port or https://host:port, or several");
    }

    private static URI base(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
    }
}

package io.broadsheet.schemas.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One request of the protocol, for whichever node of the registry takes it.
 *
 * @param method of HTTP
 * @param path below the URL of the registry, already percent-encoded
 * @param json the body; empty for none
 */
record RegistryCall(String method, String path, String json) {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    static RegistryCall get(String path) {
        return new RegistryCall("GET", path, "");
    }

    static RegistryCall post(String path, String json) {
        return new RegistryCall("POST", path, json);
    }

    static RegistryCall put(String path, String json) {
        return new RegistryCall("PUT", path, json);
    }

    /** A name as one segment of a path. */
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest to(URI node, Credentials credentials, Duration timeMax) {
        HttpRequest.BodyPublisher body =
                json.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(json);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node + path))
                        .timeout(timeMax)
                        .header("Accept", MEDIA_TYPE + ", application/json;q=0.9")
                        .method(method, body);
        if (!json.isEmpty()) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        credentials.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

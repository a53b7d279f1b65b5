package io.broadsheet.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A client that knows nothing but HTTP and JSON. */
record Rest(String base, HttpClient client) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Rest of(String base) {
        return new Rest(base, HttpClient.newHttpClient());
    }

    /** What was answered: the status, and the body as compact JSON. */
    record Reply(int status, JsonNode body, String mediaType) {

        /** The body, or status and error code if it is an error. */
        @Override
        public String toString() {
            return status == 200 ? body.toString() : status + " " + body.path("error_code").asInt();
        }
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Reply delete(String path) throws IOException, InterruptedException {
        return send("DELETE", path, "");
    }

    /** Sends a schema, wrapped as the protocol wants it. */
    Reply postSchema(String path, String schema) throws IOException, InterruptedException {
        return send("POST", path, JSON.writeValueAsString(Map.of("schema", schema)));
    }

    Reply putLevel(String path, String level) throws IOException, InterruptedException {
        return send("PUT", path, JSON.writeValueAsString(Map.of("compatibility", level)));
    }

    Reply send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                JSON.readTree(response.body()),
                response.headers().firstValue("Content-Type").orElse(""));
    }
}

package io.broadsheet.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.avaje.jex.Jex;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server whose routes have GET and POST, and what it says to other methods. */
class EveryMethodTest {

    private final CompletableFuture<IOException> streamEnded = new CompletableFuture<>();
    private Jex.Server server;
    private HttpClient client;

    @BeforeEach
    void start() {
        server =
                Jex.create()
                        .config(it ->
                                it.host("127.0.0.1")
                                        .port(0)
                                        .health(false)
                                        .serverProvider(EveryMethod.of("GET", "POST")))
                        .get("/page", context -> context.text("ten  chars"))
                        .get(
                                "/stream",
                                context -> {
                                    context.contentType("text/event-stream");
                                    try (var out = context.outputStream()) {
                                        while (true) {
                                            out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
                                            out.flush();
                                        }
                                    } catch (IOException e) {
                                        streamEnded.complete(e);
                                    }
                                })
                        .post("/page", context -> context.text(context.body()))
                        .start();
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        client.close();
        server.shutdown();
    }

    @Test
    void headIsAGetWithoutItsBody() throws Exception {
        HttpResponse<String> head = send("HEAD", "/page");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("content-length")).contains("10");
        assertThat(head.headers().firstValue("content-type"))
                .isEqualTo(send("GET", "/page").headers().firstValue("content-type"));
        assertThat(send("HEAD", "/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void headOfAnEndlessStreamEnds() throws Exception {
        assertThat(send("HEAD", "/stream").statusCode()).isEqualTo(200);
        assertThat(streamEnded.get(10, TimeUnit.SECONDS)).hasMessageContaining("HEAD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH", "PURGE"})
    void whatNoRouteTakesIsAnsweredWithWhatThereIs(String method) throws Exception {
        HttpResponse<String> answer = send(method, "/page");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("allow")).contains("GET, HEAD, POST");
        assertThat(answer.body()).contains("this server takes GET, HEAD, POST");
    }

    @Test
    void theMethodsOfRoutesGoTheirWay() throws Exception {
        assertThat(send("GET", "/page").body()).isEqualTo("ten  chars");
        assertThat(send("POST", "/page").body()).isEqualTo("sent");
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        var body =
                method.equals("POST")
                        ? HttpRequest.BodyPublishers.ofString("sent")
                        : HttpRequest.BodyPublishers.noBody();
        URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
        return client.send(
                HttpRequest.newBuilder(uri).method(method, body).build(), BodyHandlers.ofString());
    }
}

package io.broadsheet.desk.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Commands to a browser and what it tells, by the Chrome DevTools Protocol. */
final class DevTools implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWER_SECONDS_MAX = 30;

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;

    /**
     * Connected to a browser.
     *
     * @param events takes what it tells unasked; must not wait for an answer
     */
    DevTools(URI browser, Consumer<JsonNode> events) {
        this.socket = client.newWebSocketBuilder().buildAsync(browser, new Ear(events)).join();
    }

    /** Asks the browser itself, and waits for its answer. */
    JsonNode ask(String method, Map<String, ?> parameters) throws IOException {
        return answer(send("", method, parameters));
    }

    /** Asks the page of a session, and waits for its answer. */
    JsonNode ask(String session, String method, Map<String, ?> parameters) throws IOException {
        return answer(send(session, method, parameters));
    }

    /** Says something to a page without waiting. */
    void tell(String session, String method, Map<String, ?> parameters) {
        write(ids.incrementAndGet(), session, method, parameters);
    }

    private CompletableFuture<JsonNode> send(
            String session, String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        write(id, session, method, parameters);
        return answer;
    }

    private synchronized void write(
            int id, String session, String method, Map<String, ?> parameters) {
        var message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
    }

    private static JsonNode answer(CompletableFuture<JsonNode> answer) throws IOException {
        JsonNode message = answer.orTimeout(ANSWER_SECONDS_MAX, TimeUnit.SECONDS).join();
        if (message.has("error")) {
            throw new IOException(message.get("error").toString());
        }
        return message.get("result");
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    /** Puts messages together and gives each to whom it is for. */
    private final class Ear implements WebSocket.Listener {

        private final Consumer<JsonNode> events;
        private final StringBuilder message = new StringBuilder();

        Ear(Consumer<JsonNode> events) {
            this.events = events;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                heard(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void heard(String text) {
            try {
                JsonNode tree = JSON.readTree(text);
                var answer = asked.remove(tree.path("id").asInt());
                if (answer != null) {
                    answer.complete(tree);
                } else if (tree.has("method")) {
                    events.accept(tree);
                }
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

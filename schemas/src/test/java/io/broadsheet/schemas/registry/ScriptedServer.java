package io.broadsheet.schemas.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

/** A registry that says what a test tells it to, and remembers what it was asked. */
final class ScriptedServer implements AutoCloseable {

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private ScriptedServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    static ScriptedServer start() throws IOException {
        return new ScriptedServer(HttpServer.create(anyPort(), 0), "http");
    }

    static ScriptedServer startTls(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new ScriptedServer(server, "https");
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    /** What to answer to a call such as {@code GET /subjects}; anything else is a bare 404. */
    ScriptedServer answer(String call, int status, String body) {
        answers.put(call, new Answer(status, body, Map.of(), false));
        return this;
    }

    ScriptedServer redirect(String call, URI target) {
        answers.put(call, new Answer(307, "", Map.of("Location", target.toString()), false));
        return this;
    }

    /** Sends a head that promises a body, and then nothing more. */
    ScriptedServer hang(String call) {
        answers.put(call, new Answer(200, "", Map.of(), true));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    List<String> calls() {
        return asked.stream().map(Asked::call).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        asked.add(new Asked(call, body, authorization == null ? "" : authorization));
        Answer answer = answers.getOrDefault(call, Answer.NOTHING_HERE);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.hangs()) {
            exchange.sendResponseHeaders(answer.status(), 1000);
            exchange.getResponseBody().flush();
            awaitClose();
        } else {
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private void awaitClose() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A request, as it came. */
    record Asked(String call, String body, String authorization) {}

    private record Answer(int status, String body, Map<String, String> headers, boolean hangs) {

        private static final Answer NOTHING_HERE =
                new Answer(404, "<html>nothing here</html>", Map.of(), false);
    }
}

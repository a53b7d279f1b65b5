package io.broadsheet.embedded.subscribe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** A registry in trouble, until it is opened: then it answers as the real one behind it does. */
final class ShutRegistry implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String behind;
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean open;

    ShutRegistry(String behind) throws IOException {
        this.behind = behind;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void open() {
        open = true;
    }

    /** How often somebody asked in vain. */
    int refusals() {
        return refusals.get();
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!open) {
                refusals.incrementAndGet();
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            byte[] body = behind(exchange.getRequestURI()).body();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private HttpResponse<byte[]> behind(URI path) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(behind + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }
}

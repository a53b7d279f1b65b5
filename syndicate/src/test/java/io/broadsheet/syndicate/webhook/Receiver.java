package io.broadsheet.syndicate.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A real server that receives webhooks, and answers as a test wants. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicReference<Manner> manner;

    /** What came. */
    record Received(String id, String timestamp, String signature, String body) {

        /** The article that it tells of. */
        String articleId() {
            return body.replaceAll(".*?\"articleId\":\"([0-9a-f]+)\".*", "$1");
        }
    }

    /** How it answers. */
    interface Manner {

        /** Answers what came as the so-manieth, from 1. */
        void answer(HttpExchange exchange, Received it, int number) throws IOException;
    }

    private Receiver(HttpServer server, Manner manner) {
        this.server = server;
        this.manner = new AtomicReference<>(manner);
    }

    static Receiver open(Manner manner) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(server, manner);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hook", receiver::receive);
        server.start();
        return receiver;
    }

    /** Says yes to everything. */
    static void taken(HttpExchange exchange, Received it, int number) throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    /** Answers from now on otherwise. */
    void answers(Manner other) {
        manner.set(other);
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var it =
                    new Received(
                            exchange.getRequestHeaders().getFirst("webhook-id"),
                            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                            exchange.getRequestHeaders().getFirst("webhook-signature"),
                            body);
            received.add(it);
            manner.get().answer(exchange, it, received.size());
        }
    }

    List<Received> received() {
        return List.copyOf(received);
    }

    List<String> articleIds() {
        return received.stream().map(Received::articleId).toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

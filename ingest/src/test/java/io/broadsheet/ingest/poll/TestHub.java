package io.broadsheet.ingest.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A hub on the loopback: it takes wishes, verifies them and pushes, or lies as a test says. */
final class TestHub implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Wish> wishes = new CopyOnWriteArrayList<>();
    private final List<Integer> verified = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private volatile String answer = "";
    private volatile Duration lease = Duration.ofDays(10);
    private volatile Manners manners = Manners.LATER;

    /** When it verifies what it was asked for. */
    enum Manners {
        /** Once it has answered. */
        LATER,
        /** Before it answers, as some do. */
        AT_ONCE,
        /** Never. */
        NEVER
    }

    /**
     * What it was asked for.
     *
     * @param form what was posted, by name
     */
    record Wish(Map<String, String> form) {

        String mode() {
            return value("hub.mode");
        }

        String topic() {
            return value("hub.topic");
        }

        String callback() {
            return value("hub.callback");
        }

        String secret() {
            return value("hub.secret");
        }

        String value(String name) {
            return form.getOrDefault(name, "");
        }
    }

    TestHub() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/hub", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Wish wish = new Wish(parsed(new String(body, StandardCharsets.UTF_8)));
            wishes.add(wish);
            if (manners == Manners.AT_ONCE) {
                verified.add(verify(wish).statusCode());
            }
            byte[] said = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, said.length == 0 ? -1 : said.length);
            exchange.getResponseBody().write(said);
            if (manners == Manners.LATER && status == 202) {
                var _ = threads.submit(() -> verified.add(verify(wish).statusCode()));
            }
        }
    }

    private static Map<String, String> parsed(String form) {
        Map<String, String> values = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    TestHub behaving(Manners how) {
        manners = how;
        return this;
    }

    TestHub answering(int with, String text) {
        status = with;
        answer = text;
        return this;
    }

    TestHub leasing(Duration time) {
        lease = time;
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hub";
    }

    List<Wish> wishes(String mode) {
        return wishes.stream().filter(it -> it.mode().equals(mode)).toList();
    }

    /** Statuses that its questions were answered with. */
    List<Integer> verified() {
        return verified;
    }

    /** Asks back as a hub should. */
    HttpResponse<String> verify(Wish wish) {
        return ask(wish.callback(), question(wish.mode(), wish.topic()));
    }

    Map<String, String> question(String mode, String topic) {
        Map<String, String> question = new TreeMap<>();
        question.put("hub.mode", mode);
        question.put("hub.topic", topic);
        question.put("hub.challenge", "chal-lenge 17");
        question.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        return question;
    }

    HttpResponse<String> ask(String callback, Map<String, String> question) {
        StringBuilder url = new StringBuilder(callback).append('?');
        question.forEach((name, value) ->
                url.append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .append('&'));
        return send(HttpRequest.newBuilder(URI.create(url.toString())).GET().build());
    }

    /** Pushes what is signed as it should be. */
    HttpResponse<String> push(Wish wish, String body) {
        return push(wish.callback(), body, signature("sha256", wish.secret(), body));
    }

    HttpResponse<String> push(String callback, String body, String signature) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return push(callback, bytes, "application/rss+xml", signature);
    }

    HttpResponse<String> push(String callback, byte[] body, String type, String signature) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(callback))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!signature.isEmpty()) {
            request.header("X-Hub-Signature", signature);
        }
        return send(request.build());
    }

    static String signature(String method, String secret, String body) {
        return signature(method, secret, body.getBytes(StandardCharsets.UTF_8));
    }

    static String signature(String method, String secret, byte[] body) {
        String algorithm = "Hmac" + method.toUpperCase(Locale.ROOT);
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] proof = mac.doFinal(body);
            return method + "=" + HexFormat.of().formatHex(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.close();
    }
}

package io.broadsheet.enrich.image.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;

/** A server on the loopback that answers each path as its script says, byte by byte. */
public final class ScriptedOrigin implements AutoCloseable {

    private static final int TLS_HANDSHAKE = 22;

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does with one request. */
    public interface Script {

        /** Answers; the connection is closed behind it. */
        void play(Asked asked, OutputStream out) throws IOException;
    }

    /** A request. */
    public record Asked(String path, Map<String, String> headers, long atNanos) {

        Optional<String> referer() {
            return Optional.ofNullable(headers.get("referer"));
        }
    }

    private ScriptedOrigin(ServerSocket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::accept);
    }

    /** Over plain HTTP. */
    public static ScriptedOrigin open() {
        return open(ServerSocketFactory.getDefault());
    }

    /** Over sockets of this kind. */
    public static ScriptedOrigin open(ServerSocketFactory sockets) {
        try {
            return new ScriptedOrigin(
                    sockets.createServerSocket(0, 500, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Plays a script where this path is asked for, query included. */
    public ScriptedOrigin at(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    /** Serves a picture there. */
    public ScriptedOrigin serving(String path, String type, byte[] picture) {
        return at(path, (_, out) -> write(out, 200, "Content-Type: " + type, picture));
    }

    /** An answer. */
    public static void write(OutputStream out, int status, String headers, byte[] body)
            throws IOException {
        String more = headers.isEmpty() ? "" : headers + "\r\n";
        text(
                out,
                "HTTP/1.1 %d Said\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
                        .formatted(status, more, body.length));
        out.write(body);
        out.flush();
    }

    static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed at the end of the test
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            if (head.endsWith("\r\n\r\n")) {
                Asked request = read(head);
                asked.add(request);
                scripts.getOrDefault(request.path(), ScriptedOrigin::nothing)
                        .play(request, client.getOutputStream());
            }
        } catch (IOException e) {
            // the checker hung up, as it may
        }
    }

    private static void nothing(Asked asked, OutputStream out) throws IOException {
        write(out, 404, "", ("no " + asked.path()).getBytes(StandardCharsets.UTF_8));
    }

    private static Asked read(String head) {
        Map<String, String> headers = new ConcurrentHashMap<>();
        head.lines()
                .filter(line -> line.contains(": "))
                .forEach(line ->
                        headers.put(
                                line.split(": ", 2)[0].toLowerCase(Locale.ROOT),
                                line.split(": ", 2)[1]));
        return new Asked(head.split(" ", 3)[1], headers, System.nanoTime());
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        // A client that wants to speak TLS here is shown the door, as servers do.
        while (next >= 0 && next != TLS_HANDSHAKE) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
        }
        return head.toString();
    }

    /** Says one text again and again with pauses, until the other side has had enough. */
    public void drip(OutputStream out, String text, long pauseMillis) throws IOException {
        try {
            while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                text(out, text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Over plain HTTP, by address. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** What was asked for so far. */
    public List<Asked> asked() {
        return asked;
    }

    /** How often this path was asked for. */
    public long asked(String path) {
        return asked.stream().filter(it -> it.path().equals(path)).count();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}

package io.broadsheet.web.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback that answers each request as its script says, byte by byte. */
final class HostileOrigin implements AutoCloseable {

    private final ServerSocket socket;
    private final Script script;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What it does with one request. */
    interface Script {

        /**
         * Answers.
         *
         * @return whether it waits for the next request on the same connection
         */
        boolean play(String request, OutputStream out) throws IOException;
    }

    private HostileOrigin(ServerSocket socket, Script script) {
        this.socket = socket;
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /** Plays a script. */
    static HostileOrigin playing(Script script) {
        return on(open(), script);
    }

    /** Plays a script on a socket of another kind. */
    static HostileOrigin on(ServerSocket socket, Script script) {
        return new HostileOrigin(socket, script);
    }

    /** Says always the same and closes. */
    static HostileOrigin saying(String answer) {
        return playing((_, out) -> {
            write(out, answer);
            return false;
        });
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                // closed at the end of the test
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            boolean goesOn = true;
            while (goesOn) {
                String request = head(client.getInputStream());
                requests.add(request);
                goesOn = !request.isEmpty() && script.play(request, client.getOutputStream());
            }
        } catch (IOException e) {
            // the fetcher hung up, as it may
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.indexOf("\r\n\r\n") < 0) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? in.read() : 0;
        }
        return head.toString();
    }

    /** Sends one text again and again with pauses, until the other side has had enough. */
    void drip(OutputStream out, String text, long pauseMillis) throws IOException {
        try {
            while (!closed.await(pauseMillis, TimeUnit.MILLISECONDS)) {
                write(out, text);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int connections() {
        return connections.get();
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}

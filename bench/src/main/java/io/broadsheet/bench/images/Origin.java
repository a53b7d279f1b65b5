package io.broadsheet.bench.images;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An origin on the loopback, a process of its own: 32 KiB pictures after 50 ms, each with bytes of
 * its own, over kept connections. Of a hundred images five are server errors and one hangs. Prints
 * its port.
 */
final class Origin {

    private static final Duration ANSWER_TIME = Duration.ofMillis(50);
    private static final Duration HANG_TIME = Duration.ofSeconds(30);
    private static final int BACKLOG = 1_024;
    private static final int HEAD_BYTES_MAX = 8_192;
    private static final int HUNDRED = 100;
    private static final int ERRORS = 5;

    /** So that no host gets its errors in a row: golden ratio, as hash tables use it. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int SPREAD_SHIFT = 33;
    private static final int TLS_HANDSHAKE = 22;
    private static final byte[] ERROR =
            "HTTP/1.1 500 Said\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Origin() {}

    /** Serves until it is killed. */
    public static void main(String[] arguments) throws IOException {
        try (var server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            String path = path(in);
            while (!path.isEmpty()) {
                answer(path, client.getOutputStream());
                path = path(in);
            }
        } catch (IOException e) {
            // the client hung up, as it does on what hangs
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of the next request; empty if there is none, or if the client speaks TLS. */
    private static String path(InputStream in) throws IOException {
        var head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != TLS_HANDSHAKE && head.length() < HEAD_BYTES_MAX) {
            head.append((char) next);
            next = isWhole(head) ? -1 : in.read();
        }
        return isWhole(head) ? head.substring(head.indexOf(" ") + 1, head.indexOf(" HTTP/")) : "";
    }

    private static boolean isWhole(StringBuilder head) {
        int length = head.length();
        return length > 3
                && head.charAt(length - 1) == '\n'
                && head.charAt(length - 2) == '\r'
                && head.charAt(length - 3) == '\n';
    }

    private static void answer(String path, OutputStream out)
            throws IOException, InterruptedException {
        long number = Long.parseLong(path.substring(1, path.indexOf('.')));
        long kind = ((number * SPREAD) >>> SPREAD_SHIFT) % HUNDRED;
        Thread.sleep(kind == ERRORS ? HANG_TIME : ANSWER_TIME);
        out.write(kind < ERRORS ? ERROR : LoadPicture.answer(number));
        out.flush();
    }
}

package io.broadsheet.enrich.xss;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * The whole web of a browser: a proxy that goes nowhere, answers everything itself and remembers
 * what it was asked for.
 */
final class Theatre implements AutoCloseable {

    private static final int LINE_CHARS_MAX = 64 * 1024;
    private static final byte[] DOT =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    private final ServerSocket door;
    private final Function<String, String> pages;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /**
     * Open from now on.
     *
     * @param pages what is at a URL of ours, empty for none; all else has what its name promises
     */
    Theatre(Function<String, String> pages) throws IOException {
        this.pages = pages;
        this.door = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        Thread.startVirtualThread(this::admit);
    }

    int port() {
        return door.getLocalPort();
    }

    /** All that was asked for: a URL, or host and port of one that is encrypted. */
    Queue<String> asked() {
        return asked;
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Thread.startVirtualThread(() -> serve(guest));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    asked.add("the proxy broke: " + e);
                }
            }
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            var in = new BufferedInputStream(guest.getInputStream());
            String[] request = line(in).split(" ", 3);
            if (request.length < 3) {
                return;
            }
            int body = bodyLength(in);
            in.readNBytes(Math.min(body, LINE_CHARS_MAX));
            asked.add(request[1]);
            answer(request[0], request[1], guest.getOutputStream());
        } catch (IOException e) {
            // The browser went away, which it may: what it asked for is noted by then.
            return;
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read();
                c >= 0 && c != '\n' && line.length() < LINE_CHARS_MAX;
                c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private void answer(String method, String url, OutputStream out) throws IOException {
        if (method.equals("CONNECT")) {
            write(out, "403 Forbidden", "text/plain", new byte[0]);
            return;
        }
        String page = pages.apply(url);
        byte[] text = (page.isEmpty() ? prop(url) : page).getBytes(StandardCharsets.UTF_8);
        boolean picture = page.isEmpty() && url.matches(".*\\.(gif|png)");
        write(out, "200 OK", picture ? "image/gif" : type(url), picture ? DOT : text);
    }

    private static void write(OutputStream out, String status, String type, byte[] body)
            throws IOException {
        String head =
                String.join(
                        "\r\n",
                        "HTTP/1.1 " + status,
                        "Content-Type: " + type,
                        "Content-Length: " + body.length,
                        "Connection: close",
                        "Cache-Control: no-store",
                        "Access-Control-Allow-Origin: *",
                        "",
                        "");
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    private static String type(String url) {
        return switch (url.substring(url.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript";
            case "css" -> "text/css";
            case "svg" -> "image/svg+xml";
            case "json" -> "application/json";
            default -> "text/html; charset=utf-8";
        };
    }

    /** What a script, a style or a page of an attacker would do: tell that it was let in. */
    private static String prop(String url) {
        String ran = url.substring(0, url.lastIndexOf('/') + 1) + Vector.RAN;
        return switch (url.substring(url.lastIndexOf('.') + 1)) {
            case "js" -> "fetch('" + ran + "')";
            case "css" -> "body{background:url(styled.png)}";
            case "svg" ->
                    "<svg xmlns='http://www.w3.org/2000/svg' id='x' onload=\"fetch('"
                            + ran
                            + "')\"/>";
            case "html" -> "<script>fetch('" + ran + "')</script>";
            default -> "";
        };
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

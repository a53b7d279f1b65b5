package io.broadsheet.syndicate.stream;

import org.awaitility.Awaitility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Reads a stream as a browser does, on a plain socket, so that it can also stop reading. */
final class EventReader implements AutoCloseable {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final Socket socket;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private volatile String lastId = "";
    private volatile boolean ended;

    /** What came. */
    record Event(String type, String id, String data) {}

    private EventReader(Socket socket) {
        this.socket = socket;
    }

    /** Asks, and reads on a thread of its own. */
    static EventReader open(URI uri, String lastEventId) throws IOException {
        EventReader reader = silent(uri, lastEventId, 0);
        reader.read();
        return reader;
    }

    /** Asks, and does not read. */
    static EventReader silent(URI uri, String lastEventId, int receiveBytes) throws IOException {
        var socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
        String header = lastEventId.isEmpty() ? "" : "Last-Event-ID: " + lastEventId + "\r\n";
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        OutputStream out = socket.getOutputStream();
        out.write(
                "GET %s%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n"
                        .formatted(uri.getPath(), query, header)
                        .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return new EventReader(socket);
    }

    /** Reads from now on. */
    void read() {
        Thread.ofVirtual()
                .start(() -> {
                    try (var lines =
                            new BufferedReader(
                                    new InputStreamReader(
                                            socket.getInputStream(), StandardCharsets.UTF_8))) {
                        readLines(lines);
                    } catch (IOException _) {
                        // The other side, or the test, has closed it.
                    } finally {
                        ended = true;
                    }
                });
    }

    /** The chunks of HTTP are lines of their own here: none begins with a field's name. */
    private void readLines(BufferedReader lines) throws IOException {
        String type = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data = line.substring(6);
            } else if (line.isEmpty() && !data.isEmpty()) {
                events.add(new Event(type, lastId, data));
                data = "";
            }
        }
    }

    /** All that came. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** Waits for so many events. */
    List<Event> await(int count) {
        Awaitility.await().atMost(WAIT_MAX).until(() -> events.size() >= count);
        return events();
    }

    /** Waits for so many articles, whatever else comes. */
    List<Event> articles(int count) {
        Awaitility.await().atMost(WAIT_MAX).until(() -> articles().size() >= count);
        return articles();
    }

    private List<Event> articles() {
        return events.stream().filter(event -> event.type().equals("article")).toList();
    }

    /** The last id that came, with an event or without. */
    String lastId() {
        return lastId;
    }

    /** Waits for the end of the stream. */
    void awaitEnd() {
        Awaitility.await().atMost(WAIT_MAX).until(() -> ended);
    }

    /** Waits until the stream is open. */
    EventReader opened() {
        Awaitility.await().atMost(WAIT_MAX).until(() -> !lastId.isEmpty());
        return this;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

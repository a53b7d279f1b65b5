package io.broadsheet.embedded.demo;

import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.embedded.machine.LoopbackPort;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import javax.net.ServerSocketFactory;

/** A server on the loopback that plays a script for each host and path; without one it is 404. */
final class ScriptServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptServer.class);

    private static final int BACKLOG = 200;
    private static final int CLIENTS_MAX = 200;
    private static final int HEAD_CHARS_MAX = 16_384;
    private static final Duration CLIENT_SILENT_MAX = Duration.ofSeconds(10);
    private static final int TLS_HANDSHAKE = 22;

    private final ServerSocket socket;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Semaphore clients = new Semaphore(CLIENTS_MAX);

    private ScriptServer(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Takes a port, and answers once it is started.
     *
     * @param wanted the port, so that a second run has the URLs of the first; any other if it is
     *     taken
     * @throws EmbeddedStartException if there is no port to be had
     */
    static ScriptServer open(ServerSocketFactory sockets, int wanted) {
        try {
            return new ScriptServer(bound(sockets, wanted));
        } catch (IOException e) {
            throw new EmbeddedStartException("No port for the demo's origin: " + e, e);
        }
    }

    private static ServerSocket bound(ServerSocketFactory sockets, int wanted) throws IOException {
        ServerSocket socket = sockets.createServerSocket();
        InetAddress loopback = InetAddress.ofLiteral(LoopbackPort.HOST);
        try {
            socket.bind(new InetSocketAddress(loopback, wanted), BACKLOG);
            return socket;
        } catch (BindException _) {
            socket.close();
            return sockets.createServerSocket(0, BACKLOG, loopback);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Plays a script where this path of this host is asked for. */
    void at(DemoHost host, String path, Script script) {
        scripts.put(host.hostName() + path, script);
    }

    void start() {
        Thread.ofVirtual().name("demo-origin").start(this::accept);
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                clients.acquire();
                Socket client = socket.accept();
                Thread.ofVirtual().name("demo-client").start(() -> serve(client));
            }
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("error", e.toString()).log("accepts no more");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout((int) CLIENT_SILENT_MAX.toMillis());
            answer(client);
        } catch (IOException e) {
            // Most of these scripts make a sane client hang up.
            LOG.atDebug().addKeyValue("error", e.toString()).log("hung up");
        } finally {
            clients.release();
        }
    }

    private void answer(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        int first = in.read();
        if (first == TLS_HANDSHAKE) {
            Script.page(400, "").play(Asked.of(""), client.getOutputStream());
            // Closed with bytes unread, the connection would be reset and the answer lost.
            client.shutdownOutput();
            in.skipNBytes(Integer.MAX_VALUE);
        } else if (first >= 0) {
            Asked asked = Asked.of((char) first + head(in));
            scripts.getOrDefault(asked.key(), Script.page(404, ""))
                    .play(asked, client.getOutputStream());
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        int next = in.read();
        while (next >= 0 && head.length() < HEAD_CHARS_MAX) {
            head.append((char) next);
            next = head.indexOf("\r\n\r\n") < 0 ? in.read() : -1;
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("error", e.toString()).log("the demo's port did not close");
        }
    }
}

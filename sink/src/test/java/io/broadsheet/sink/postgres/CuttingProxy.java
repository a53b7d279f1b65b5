package io.broadsheet.sink.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A wire to a server that breaks at a chosen moment, once, and is whole again afterwards. */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket door;
    private final int serverPort;
    private final AtomicReference<Cut> next = new AtomicReference<>(Cut.NEVER);

    private CuttingProxy(ServerSocket door, int serverPort) {
        this.door = door;
        this.serverPort = serverPort;
    }

    /** When it breaks. */
    enum Cut {
        NEVER,
        /** A COMMIT is on its way, and does not arrive. */
        BEFORE_COMMIT,
        /** A COMMIT has arrived and is done, and its answer does not arrive. */
        AFTER_COMMIT
    }

    static CuttingProxy to(int serverPort) {
        try {
            var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var proxy = new CuttingProxy(door, serverPort);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    void cutNext(Cut cut) {
        next.set(cut);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                var wire = new Wire(client, server, new CompletableFuture<>(), new AtomicBoolean());
                Thread.ofVirtual().start(() -> pump(wire, true));
                Thread.ofVirtual().start(() -> pump(wire, false));
            } catch (IOException e) {
                return; // closed by the test
            }
        }
    }

    /**
     * One connection.
     *
     * @param serverLeft done when the server has closed its side
     * @param muted whether the client hears nothing any more
     */
    private record Wire(
            Socket client, Socket server, CompletableFuture<Void> serverLeft, AtomicBoolean muted) {

        void cut() throws IOException {
            client.close();
            server.close();
        }
    }

    private void pump(Wire wire, boolean toServer) {
        byte[] buffer = new byte[64 * 1024];
        try (Socket from = toServer ? wire.client() : wire.server();
                Socket to = toServer ? wire.server() : wire.client()) {
            InputStream in = from.getInputStream();
            int count = in.read(buffer);
            while (count > 0) {
                byte[] bytes = Arrays.copyOf(buffer, count);
                if (toServer && holdsCommit(bytes)) {
                    cutIfDue(wire, bytes);
                }
                if (toServer || !wire.muted().get()) {
                    to.getOutputStream().write(bytes);
                }
                count = in.read(buffer);
            }
        } catch (IOException e) {
            return; // one side is gone, and the other is closed with it
        } finally {
            wire.serverLeft().complete(null);
        }
    }

    private void cutIfDue(Wire wire, byte[] bytes) throws IOException {
        switch (next.getAndSet(Cut.NEVER)) {
            case NEVER -> {}
            case BEFORE_COMMIT -> wire.cut();
            case AFTER_COMMIT -> {
                wire.muted().set(true);
                wire.server().getOutputStream().write(bytes);
                // Half closed, the server finishes what it has read and then leaves.
                wire.server().shutdownOutput();
                wire.serverLeft().join();
                wire.cut();
            }
        }
    }

    private static boolean holdsCommit(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).contains("COMMIT");
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}

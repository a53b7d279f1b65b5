package io.broadsheet.e2e.faults.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A wire to a server, as good or as bad as it is told to be. */
public final class Wire implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final ServerSocket door;
    private final int serverPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Mode mode = Mode.WHOLE;
    private long delayMillis;
    private volatile CommitTrap trap = new CommitTrap.None();

    private Wire(ServerSocket door, int serverPort) {
        this.door = door;
        this.serverPort = serverPort;
    }

    private enum Mode {
        WHOLE,
        /** Nothing comes through, in both directions, and nobody is told. */
        HELD,
        /** Every connection is closed, also the new ones. */
        REFUSING
    }

    /**
     * Lays a wire.
     *
     * @param port that it begins at, 0 for any
     * @param serverPort that it leads to
     */
    public static Wire lay(int port, int serverPort) {
        try {
            var wire =
                    new Wire(
                            new ServerSocket(port, 50, InetAddress.getLoopbackAddress()),
                            serverPort);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it begins. */
    public int port() {
        return door.getLocalPort();
    }

    /** Whole again; what was held comes through. */
    public void mend() {
        become(Mode.WHOLE, 0);
    }

    /** Holds everything back, both ways, and tells nobody. */
    public void hold() {
        become(Mode.HELD, 0);
    }

    /** Whatever comes from the server comes late. */
    public void slow(long millis) {
        become(Mode.WHOLE, millis);
    }

    /** As if nobody listened at the other end. */
    public void refuse() {
        become(Mode.REFUSING, 0);
        cut();
    }

    /** Closes every connection that there is. */
    public void cut() {
        sockets.forEach(Wire::close);
    }

    /** Lays a trap for the next commit. */
    public void trap(CommitTrap next) {
        trap = next;
    }

    /** Whether the trap has not sprung yet. */
    public boolean isTrapped() {
        return trap instanceof CommitTrap.Set;
    }

    private void become(Mode next, long millis) {
        lock.lock();
        try {
            mode = next;
            delayMillis = millis;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            acceptOne();
        }
    }

    /** Fails where the test is over, or the server is away; then the client is told so. */
    private void acceptOne() {
        try {
            connect(door.accept());
        } catch (IOException e) {
            return;
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        try {
            if (refuses()) {
                throw new IOException("refused");
            }
            Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
            sockets.add(server);
            var commits = new CommitSpotter();
            Thread.ofVirtual().start(() -> pump(client, server, commits, true));
            Thread.ofVirtual().start(() -> pump(server, client, commits, false));
        } catch (IOException e) {
            close(client);
            sockets.remove(client);
            throw e;
        }
    }

    private boolean refuses() {
        lock.lock();
        try {
            return mode == Mode.REFUSING;
        } finally {
            lock.unlock();
        }
    }

    private void pump(Socket from, Socket to, CommitSpotter commits, boolean toServer) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            int count = in.read(buffer);
            while (count > 0) {
                byte[] bytes = Arrays.copyOf(buffer, count);
                awaitLeave(toServer);
                if (toServer ? commits.isCommit(bytes) : commits.isCommitted(bytes)) {
                    spring(toServer);
                }
                to.getOutputStream().write(bytes);
                count = in.read(buffer);
            }
        } catch (IOException e) {
            return; // one side is gone, and the other is closed with it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void awaitLeave(boolean toServer) throws InterruptedException, IOException {
        lock.lock();
        try {
            while (mode == Mode.HELD) {
                changed.await();
            }
            if (mode == Mode.REFUSING) {
                throw new IOException("refused");
            }
            long late = toServer ? 0 : TimeUnit.MILLISECONDS.toNanos(delayMillis);
            while (late > 0 && mode == Mode.WHOLE && delayMillis > 0) {
                late = changed.awaitNanos(late);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The connection ends with it: what was about to come through does not. */
    private void spring(boolean before) throws IOException {
        if (trap instanceof CommitTrap.Set(boolean wanted, Runnable action) && wanted == before) {
            trap = new CommitTrap.None();
            action.run();
            throw new IOException("cut at a commit");
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
    }
}

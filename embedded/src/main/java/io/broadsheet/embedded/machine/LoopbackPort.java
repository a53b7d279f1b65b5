package io.broadsheet.embedded.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Ports of the loopback address, tried before anything is started on them: a broker that finds its
 * port taken does not fail cleanly, it hangs or halts the JVM.
 */
public final class LoopbackPort {

    /** The only address that the embedded default listens on. */
    public static final String HOST = "127.0.0.1";

    /**
     * Free ports are sought below the range from which systems take the local ends of outgoing
     * connections (32768 on Linux), so that none is lost between the probe and its use.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int TRIES_MAX = 200;

    private LoopbackPort() {}

    /**
     * The wanted port, once it has been seen to be free.
     *
     * @param wanted the port, or 0 for any free one
     * @param purpose what it is for, such as {@code broker}, named in the error
     * @throws EmbeddedStartException if it is taken
     */
    public static int claim(int wanted, String purpose) {
        if (wanted == 0) {
            return anyFree(purpose);
        }
        if (!isFree(wanted)) {
            throw new EmbeddedStartException(
                    "Port %d of %s, wanted for the %s, is taken. Stop what listens there, or choose another port (0: any free one)."
                            .formatted(wanted, HOST, purpose));
        }
        return wanted;
    }

    private static int anyFree(String purpose) {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int i = 0; i < TRIES_MAX; i++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new EmbeddedStartException(
                "No free port between %d and %d was found for the %s."
                        .formatted(LOWEST, HIGHEST, purpose));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

package io.broadsheet.embedded;

import java.nio.file.Path;

/**
 * Where the embedded platform keeps its data and listens. All ports are of 127.0.0.1.
 *
 * @param data directory of its own, made if missing; the broker's is {@code kafka} in it
 * @param brokerPort or 0 for any free one
 * @param registryPort or 0 for any free one
 */
public record PlatformOptions(Path data, int brokerPort, int registryPort) {

    private static final int PORT_MAX = 65_535;

    public PlatformOptions {
        requirePort("brokerPort", brokerPort);
        requirePort("registryPort", registryPort);
    }

    /** On any free ports: for tests, and for runs that nobody else connects to. */
    public static PlatformOptions anyPorts(Path data) {
        return new PlatformOptions(data, 0, 0);
    }

    private static void requirePort(String name, int port) {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException(
                    "%s = %d: must be between 0 and %d".formatted(name, port, PORT_MAX));
        }
    }
}

package io.broadsheet.desk;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP without a client that knows better: the header {@code Host} can be any. */
final class RawHttp {

    private RawHttp() {}

    static String get(URI server, String path, String host) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            String request =
                    "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(path, host);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package io.broadsheet.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import javax.imageio.ImageIO;

/** A server of pictures on this machine. Paths it does not know are 404. */
final class ImageOrigin implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ImageOrigin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Serves a picture of 400 x 300 pixels, of the kind that the path ends with. */
    void serve(String path) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var picture = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        String format = path.substring(path.length() - 3);
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IllegalArgumentException("no writer for " + format);
        }
        pictures.put(path, bytes.toByteArray());
    }

    /** Serves it no more. */
    void remove(String path) {
        pictures.remove(path);
    }

    /** The paths that were asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] picture = pictures.get(path);
        try (exchange) {
            if (picture == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String type = path.endsWith("jpg") ? "image/jpeg" : "image/png";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

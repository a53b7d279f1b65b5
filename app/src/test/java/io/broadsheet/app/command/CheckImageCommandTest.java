package io.broadsheet.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.broadsheet.app.console.Console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.imageio.ImageIO;

/** What {@code broadsheet check-image} says of files and of URLs, and how it ends. */
class CheckImageCommandTest {

    private static final int FAILED = 1;
    private static final int USAGE = 2;

    /** JPEG: an EXIF block that says orientation 6, turned right. */
    private static final String EXIF_ON_ITS_SIDE =
            "ffe100224578696600004d4d002a00000008000101120003000000010006000000000000";

    @TempDir private Path directory;

    @Test
    void aFileIsJudgedByItsBytesAndItsName() throws Exception {
        byte[] picture = png(400, 300);
        Path file = Files.write(directory.resolve("a picture.png"), picture);

        Ran ran = run(file.toString(), "--json");

        assertThat(ran.exit()).isZero();
        JsonNode check = ran.lines().getFirst();
        assertThat(check.path("verdict").asText()).isEqualTo("OK");
        assertThat(check.path("outcome").asText()).isEqualTo("USABLE");
        assertThat(check.path("encodingFormat").asText()).isEqualTo("image/png");
        assertThat(check.path("width").asInt()).isEqualTo(400);
        assertThat(check.path("height").asInt()).isEqualTo(300);
        assertThat(check.path("frames").asInt()).isOne();
        assertThat(check.path("contentSize").asInt()).isEqualTo(picture.length);
        assertThat(check.path("contentDigest").asText()).isEqualTo("sha256:" + sha256(picture));
        assertThat(check.path("url").asText()).isEqualTo(file.toString());
    }

    @Test
    void aNameThatSaysAnotherFormatIsAMismatch() throws Exception {
        Path file = Files.write(directory.resolve("picture.jpg"), png(400, 300));

        Ran ran = run(file.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .contains("OK_TYPE_MISMATCH", "USABLE", "image/png 400x300", file.toString())
                .contains("extension jpg, bytes are image/png");
    }

    @Test
    void aPictureOnItsSideHasTheSizeThatIsSeen() throws Exception {
        byte[] plain = encoded(400, 300, "jpeg");
        byte[] exif = HexFormat.of().parseHex(EXIF_ON_ITS_SIDE);
        var turned = new ByteArrayOutputStream();
        turned.write(plain, 0, 2);
        turned.write(exif);
        turned.write(plain, 2, plain.length - 2);
        Path file = Files.write(directory.resolve("turned.jpg"), turned.toByteArray());

        JsonNode check = run(file.toString(), "--json").lines().getFirst();

        assertThat(check.path("width").asInt()).isEqualTo(300);
        assertThat(check.path("height").asInt()).isEqualTo(400);
        assertThat(check.path("detail").asText()).isEqualTo("orientation 6");
    }

    @Test
    void eachFileGetsItsLineInOrderAndWhatCannotBeReadStopsNoOther() throws Exception {
        byte[] sound = png(400, 300);
        Path small = Files.write(directory.resolve("small.png"), png(100, 100));
        Path cut = Files.write(directory.resolve("cut.png"), Arrays.copyOf(sound, 60));
        Path page = Files.writeString(directory.resolve("page.png"), "<!DOCTYPE html><html>no");
        Path empty = Files.createFile(directory.resolve("empty.png"));
        Path missing = directory.resolve("missing.png");

        Ran ran =
                run(
                        missing.toString(),
                        small.toString(),
                        directory.toString(),
                        cut.toString(),
                        page.toString(),
                        empty.toString(),
                        "--json");

        assertThat(ran.exit()).isEqualTo(FAILED);
        assertThat(ran.verdicts())
                .containsExactly("TOO_SMALL", "TRUNCATED", "NOT_AN_IMAGE", "EMPTY_BODY");
        assertThat(ran.err())
                .contains(missing + ": there is no such file")
                .contains(directory + ": is a directory");
    }

    @Test
    void aFileOverTheLimitIsNotReadToItsEnd() throws Exception {
        Path file = Files.write(directory.resolve("large.png"), png(400, 300));
        long length = 1L << 40;
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }

        JsonNode check = run(file.toString(), "--json").lines().getFirst();

        assertThat(check.path("verdict").asText()).isEqualTo("TOO_LARGE_BYTES");
        assertThat(check.path("contentSize").asLong()).isEqualTo(length);
        assertThat(check.path("contentDigest").isNull()).isTrue();
    }

    @Test
    void urlsAndFilesMixedComeInTheOrderOfTheArguments() throws Exception {
        Path file = Files.write(directory.resolve("ok.png"), png(400, 300));
        try (var origin = new Origin(Map.of("/ok.png", png(400, 300)))) {
            Ran ran =
                    run(
                            origin.url("/gone.png"),
                            file.toString(),
                            "ok.png",
                            "ftp://127.0.0.1/ok.png",
                            "--article",
                            origin.url("/page.html"),
                            "--allow-private-addresses",
                            "--json");

            assertThat(ran.exit()).isEqualTo(FAILED);
            assertThat(ran.verdicts())
                    .containsExactly("NOT_FOUND", "OK", "OK_INSECURE", "UNSUPPORTED_SCHEME");
            assertThat(ran.lines().get(2).path("finalUrl").asText())
                    .isEqualTo(origin.url("/ok.png"));
        }
    }

    @Test
    void aHostThatAsksToWaitIsNotAskedAgain() throws Exception {
        try (var origin = new Origin(Map.of("/busy.png", new byte[0]))) {
            Ran ran =
                    run(
                            origin.url("/busy.png"),
                            origin.url("/next.png"),
                            "--allow-private-addresses",
                            "--json");

            assertThat(ran.verdicts()).containsExactly("RATE_LIMITED", "RATE_LIMITED");
            assertThat(origin.asked).containsExactly("/busy.png");
        }
    }

    @Test
    void thisMachineIsRefusedUnlessAllowed() throws Exception {
        try (var origin = new Origin(Map.of("/ok.png", png(400, 300)))) {
            Ran ran = run(origin.url("/ok.png"), "--json");

            assertThat(ran.exit()).isEqualTo(FAILED);
            assertThat(ran.lines().getFirst().path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(origin.asked).isEmpty();
        }
    }

    @Test
    void whoIsRefusedForThePlaceIsToldTheOptionThatOpensIt() {
        assertThat(run("http://127.0.0.1/a.png").err()).contains("--allow-private-addresses");
        assertThat(run("http://127.0.0.1:9/a.png", "http://[::1]/", "--json").err())
                .containsOnlyOnce("--allow-private-addresses");
        assertThat(run("ftp://127.0.0.1/a.png").err()).isEmpty();
        assertThat(run("http://127.0.0.1:9/a.png", "--allow-private-addresses").err()).isEmpty();
    }

    @Test
    void wrongUseIsSaidAndEndsWithTwo() {
        assertThat(run().exit()).isEqualTo(USAGE);
        assertThat(run("a.png", "--no-such-option").exit()).isEqualTo(USAGE);
    }

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var printed = new PrintWriter(out);
        var complained = new PrintWriter(err);
        int exit =
                new CommandLine(new CheckImageCommand(new Console(printed, complained, false)))
                        .setErr(complained)
                        .execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    private record Ran(int exit, String out, String err) {

        List<JsonNode> lines() throws IOException {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : out.lines().toList()) {
                lines.add(new ObjectMapper().readTree(line));
            }
            return lines;
        }

        List<String> verdicts() throws IOException {
            return lines().stream().map(line -> line.path("verdict").asText()).toList();
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        return encoded(width, height, "png");
    }

    private static byte[] encoded(int width, int height, String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** A server of pictures; an empty one is answered as by a host that wants to be left alone. */
    private static final class Origin implements AutoCloseable {

        private final HttpServer server;
        private final Map<String, byte[]> pictures;
        private final List<String> asked = new CopyOnWriteArrayList<>();

        Origin(Map<String, byte[]> pictures) throws IOException {
            this.pictures = new ConcurrentHashMap<>(pictures);
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        }

        String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        private void answer(HttpExchange exchange) throws IOException {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            byte[] picture = pictures.getOrDefault(path, "none".getBytes(StandardCharsets.UTF_8));
            boolean busy = picture.length == 0;
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            if (busy) {
                exchange.getResponseHeaders().set("Retry-After", "600");
            }
            int status = busy ? 503 : pictures.containsKey(path) ? 200 : 404;
            exchange.sendResponseHeaders(status, busy ? -1 : picture.length);
            if (!busy) {
                exchange.getResponseBody().write(picture);
            }
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}

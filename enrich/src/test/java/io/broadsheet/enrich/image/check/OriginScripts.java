package io.broadsheet.enrich.image.check;

import static io.broadsheet.enrich.image.check.ScriptedOrigin.text;
import static io.broadsheet.enrich.image.check.ScriptedOrigin.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What servers do that earns each of the verdicts. */
final class OriginScripts {

    private static final byte[] NONE = new byte[0];
    private static final byte[] PAGE = bytes("<!DOCTYPE html><html>no</html>");

    private final ScriptedOrigin origin;
    private final String article;
    private final byte[] picture;

    private OriginScripts(ScriptedOrigin origin, String article, byte[] picture) {
        this.origin = origin;
        this.article = article;
        this.picture = picture;
    }

    /**
     * Gives them all to an origin.
     *
     * @param article the only page that may show some of the pictures
     * @param picture a sound one
     */
    static void play(ScriptedOrigin origin, String article, byte[] picture) throws IOException {
        var scripts = new OriginScripts(origin, article, picture);
        scripts.statuses();
        scripts.bodies();
        scripts.hostile();
        scripts.wrongLengths();
        scripts.redirects();
        scripts.referers();
    }

    private void statuses() {
        for (int status : new int[] {401, 403, 404, 410, 418, 429, 500, 503, 999}) {
            origin.at("/" + status, (_, out) -> write(out, status, "", PAGE));
        }
        origin.at("/busy", (_, out) -> write(out, 503, "Retry-After: 120", NONE));
        origin.at("/bots", (_, out) -> write(out, 403, "cf-mitigated: challenge", PAGE));
        origin.at(
                "/bot-page",
                (_, out) -> write(out, 503, "", bytes("<title>Just a moment...</title>")));
        origin.at("/hang", (_, out) -> origin.drip(out, "", 50));
        origin.at("/slam", (_, _) -> {});
    }

    private void bodies() {
        origin.serving("/ok.png", "image/png", picture);
        origin.serving("/ok.jpg", "image/jpeg", Pictures.jpeg(400, 300));
        origin.serving("/octets.png", "application/octet-stream", picture);
        origin.serving("/no-extension", "image/png", picture);
        origin.serving("/wrong.jpg", "image/png", picture);
        origin.serving("/small.png", "image/png", Pictures.png(199, 800));
        origin.serving("/dot.png", "image/png", Pictures.png(3, 1));
        origin.serving("/clear.png", "image/png", Pictures.transparentPng(10, 10));
        origin.serving("/huge.png", "image/png", Pictures.pngClaiming(30_000, 30_000));
        origin.serving("/page.png", "image/png", PAGE);
        origin.serving("/empty.png", "image/png", NONE);
        origin.serving("/cut.png", "image/png", Pictures.cut(picture, picture.length - 20));
        byte[] broken = picture.clone();
        broken[18] ^= 1;
        origin.serving("/broken.png", "image/png", broken);
        origin.serving("/photo.tiff", "image/tiff", bytes("II*\0\10\0\0\0\0\0\0\0\0\0"));
        origin.at("/endless.png", this::endless);
        origin.at(
                "/short.png",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
                    out.write(picture);
                });
    }

    private void endless(ScriptedOrigin.Asked asked, OutputStream out) throws IOException {
        text(out, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nConnection: close\r\n\r\n");
        while (!asked.path().isEmpty()) {
            out.write(picture);
        }
    }

    private void hostile() throws IOException {
        origin.at(
                "/drip",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n");
                    origin.drip(out, "x", 100);
                });
        origin.at(
                "/slow-head",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\n");
                    origin.drip(out, "X-Later: yes\r\n", 100);
                });
        origin.at(
                "/huge-head",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\n");
                    for (int i = 0; i < 10_000; i++) {
                        text(out, "X-" + i + ": " + "y".repeat(1_000) + "\r\n");
                    }
                });
        origin.at("/garbage", (_, out) -> text(out, "\0\1\2 nothing like HTTP\r\n\r\n"));
        byte[] bomb = gzip(new byte[50_000_000]);
        origin.at("/bomb.png", (_, out) -> write(out, 200, "Content-Encoding: gzip", bomb));
        byte[] packed = gzip(picture);
        String headers = "Content-Type: image/png\r\nContent-Encoding: gzip";
        origin.at("/packed.png", (_, out) -> write(out, 200, headers, packed));
    }

    private void wrongLengths() {
        origin.at(
                "/long.png",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: ");
                    text(out, picture.length - 30 + "\r\n\r\n");
                    out.write(picture);
                });
        origin.at(
                "/negative.png",
                (_, out) -> {
                    text(out, "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n");
                    out.write(picture);
                });
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    private void redirects() {
        origin.at("/loop", (_, out) -> write(out, 302, "Location: /loop", NONE));
        for (int hop = 0; hop < 7; hop++) {
            String next = "Location: /hops/" + (hop + 1);
            origin.at("/hops/" + hop, (_, out) -> write(out, 302, next, NONE));
        }
        origin.at("/moved.png", (_, out) -> write(out, 301, "Location: /ok.png", NONE));
        String inside = "Location: https://metadata.example/latest";
        origin.at("/inside", (_, out) -> write(out, 302, inside, NONE));
        String downgrade = "Location: http://cdn.example/ok.png";
        origin.at("/downgrade", (_, out) -> write(out, 302, downgrade, NONE));
    }

    private void referers() {
        origin.at(
                "/only-articles.png",
                (asked, out) -> {
                    boolean ours = asked.referer().filter(article::equals).isPresent();
                    write(out, ours ? 200 : 403, "Content-Type: image/png", ours ? picture : NONE);
                });
        origin.at(
                "/only-own.png",
                (asked, out) -> {
                    boolean ours =
                            asked.referer().filter(it -> it.contains("cdn.example")).isPresent();
                    write(out, ours ? 200 : 403, "Content-Type: image/png", ours ? picture : NONE);
                });
        origin.at(
                "/no-strangers.png",
                (asked, out) -> {
                    boolean welcome = asked.referer().isEmpty();
                    write(
                            out,
                            welcome ? 200 : 403,
                            "Content-Type: image/png",
                            welcome ? picture : NONE);
                });
        origin.at(
                "/other-for-strangers.png",
                (asked, out) -> {
                    byte[] body = asked.referer().isEmpty() ? picture : Pictures.png(250, 250);
                    write(out, 200, "Content-Type: image/png", body);
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

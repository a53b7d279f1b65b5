package io.broadsheet.embedded.demo;

import static io.broadsheet.v1.ImageVerdict.AUTH_REQUIRED;
import static io.broadsheet.v1.ImageVerdict.CHALLENGED;
import static io.broadsheet.v1.ImageVerdict.CLIENT_ERROR;
import static io.broadsheet.v1.ImageVerdict.CORRUPT;
import static io.broadsheet.v1.ImageVerdict.EMPTY_BODY;
import static io.broadsheet.v1.ImageVerdict.FORBIDDEN;
import static io.broadsheet.v1.ImageVerdict.GONE;
import static io.broadsheet.v1.ImageVerdict.NOT_AN_IMAGE;
import static io.broadsheet.v1.ImageVerdict.SERVER_ERROR;
import static io.broadsheet.v1.ImageVerdict.TOO_LARGE_BYTES;
import static io.broadsheet.v1.ImageVerdict.TOO_LARGE_PIXELS;
import static io.broadsheet.v1.ImageVerdict.TRUNCATED;
import static io.broadsheet.v1.ImageVerdict.UNKNOWN_STATUS;
import static io.broadsheet.v1.ImageVerdict.UNSUPPORTED_FORMAT;

import io.broadsheet.v1.ImageVerdict;

import java.io.IOException;
import java.io.OutputStream;

/** Images that their server does not give, and answers that are no picture to be shown. */
final class WithheldImages {

    private static final String PNG = "image/png";
    private static final String PNG_HEADER = "Content-Type: " + PNG;
    private static final int CHUNK_BYTES = 65_536;
    private static final int CLAIMED_SIDE = 30_000;

    private final Stage stage;

    WithheldImages(Stage stage) {
        this.stage = stage;
    }

    void set() {
        statuses();
        bodies();
        lengths();
    }

    private void statuses() {
        withheld(GONE, "/demolished.png", Script.page(410, ""), "410");
        withheld(FORBIDDEN, "/vault.png", Script.page(403, ""), "403 with every Referer");
        withheld(
                AUTH_REQUIRED,
                "/archive.png",
                Script.page(401, "WWW-Authenticate: Basic realm=\"archive\""),
                "401");
        withheld(CLIENT_ERROR, "/teapot.png", Script.page(418, ""), "418");
        withheld(SERVER_ERROR, "/broken-lamp.png", Script.page(500, ""), "500, tried four times");
        withheld(UNKNOWN_STATUS, "/enigma.png", Script.page(999, ""), "999");
        withheld(
                CHALLENGED,
                "/doorman.png",
                Script.page(403, "cf-mitigated: challenge"),
                "403 that wants to see a browser");
    }

    private void withheld(ImageVerdict verdict, String path, Script script, String what) {
        show(DemoArticle.WITHHELD, verdict, path, script, what);
    }

    private void bodies() {
        spoilt(NOT_AN_IMAGE, "/moved.png", Script.page(200, ""), "a page that says so, with 200");
        spoilt(EMPTY_BODY, "/blank.png", Script.picture(PNG, new byte[0]), "200, and no byte");
        spoilt(
                UNSUPPORTED_FORMAT,
                "/scan.tiff",
                Script.picture("image/tiff", DemoPictures.tiff()),
                "a TIFF");
        spoilt(
                CORRUPT,
                "/torn.png",
                Script.picture(PNG, DemoPictures.spoilt()),
                "a bit of its header flipped");
        spoilt(
                TOO_LARGE_PIXELS,
                "/bomb.png",
                Script.picture(PNG, DemoPictures.claiming(CLAIMED_SIDE, CLAIMED_SIDE)),
                "says 30,000 x 30,000 in under 1 KiB");
    }

    private void lengths() {
        byte[] picture = DemoPictures.png(0.8f, 400, 300);
        spoilt(
                TOO_LARGE_BYTES,
                "/endless.png",
                (_, out) -> endless(picture, out),
                "chunks without an end, cut at 20 MiB");
        byte[] head = Script.head(200, PNG_HEADER + "\r\nContent-Length: " + 2 * picture.length);
        spoilt(
                TRUNCATED,
                "/half.png",
                (_, out) -> {
                    out.write(head);
                    out.write(picture);
                    out.flush();
                },
                "half of the bytes that it announces");
    }

    /** Until the other side has had enough, which ends it with an exception. */
    private static void endless(byte[] picture, OutputStream out) throws IOException {
        out.write(Script.head(200, PNG_HEADER + "\r\nTransfer-Encoding: chunked"));
        byte[] next = picture;
        while (next.length > 0) {
            out.write(Script.bytes(Integer.toHexString(next.length) + "\r\n"));
            out.write(next);
            out.write(Script.bytes("\r\n"));
            next = new byte[CHUNK_BYTES];
        }
    }

    private void spoilt(ImageVerdict verdict, String path, Script script, String what) {
        show(DemoArticle.SPOILT, verdict, path, script, what);
    }

    private void show(
            DemoArticle article, ImageVerdict verdict, String path, Script script, String what) {
        stage.show(article, verdict, stage.secure(DemoHost.ATTIC, path, script), what);
    }
}

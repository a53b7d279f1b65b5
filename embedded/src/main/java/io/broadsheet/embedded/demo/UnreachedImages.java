package io.broadsheet.embedded.demo;

import static io.broadsheet.v1.ImageVerdict.BLOCKED_ADDRESS;
import static io.broadsheet.v1.ImageVerdict.CONNECTION_FAILED;
import static io.broadsheet.v1.ImageVerdict.DNS_FAILURE;
import static io.broadsheet.v1.ImageVerdict.EXCLUDED;
import static io.broadsheet.v1.ImageVerdict.INLINE_DATA;
import static io.broadsheet.v1.ImageVerdict.MALFORMED_URL;
import static io.broadsheet.v1.ImageVerdict.RATE_LIMITED;
import static io.broadsheet.v1.ImageVerdict.TIMEOUT;
import static io.broadsheet.v1.ImageVerdict.TLS_FAILURE;
import static io.broadsheet.v1.ImageVerdict.TOO_MANY_REDIRECTS;
import static io.broadsheet.v1.ImageVerdict.UNSUPPORTED_SCHEME;

import io.broadsheet.v1.ImageVerdict;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Images that never come, for a reason of the network's, of their host's, or of ours. */
final class UnreachedImages {

    private static final Duration DRIP_PAUSE = Duration.ofMillis(200);

    /** Nothing listens on the lowest port. */
    private static final String CLOSED_PORT = ":1";

    private final Stage stage;
    private final CountDownLatch closed;

    /**
     * @param closed when nothing is to be dripped any more
     */
    UnreachedImages(Stage stage, CountDownLatch closed) {
        this.stage = stage;
        this.closed = closed;
    }

    void set() {
        network();
        hosts();
        unasked();
    }

    private void network() {
        String closedHost = DemoHost.CLOSED.hostName();
        unreached(
                CONNECTION_FAILED,
                "http://" + closedHost + CLOSED_PORT + "/tower.png",
                "a port that nobody listens on");
        unreached(
                TLS_FAILURE,
                stage.secureToPlain(DemoHost.PLAIN, "/gate.png"),
                "https to a port that speaks http");
        unreached(DNS_FAILURE, "https://nowhere.invalid/well.png", "a name that does not exist");
    }

    private void hosts() {
        unreached(
                TIMEOUT,
                stage.secure(DemoHost.SLOW, "/snail.png", (_, out) -> drip(out)),
                "five bytes a second");
        unreached(
                RATE_LIMITED,
                stage.secure(DemoHost.BUSY, "/queue.png", Script.page(503, "Retry-After: 3600")),
                "503 with Retry-After of an hour");
        unreached(
                RATE_LIMITED,
                stage.secure(DemoHost.CROWDED, "/crowd.png", Script.page(429, "")),
                "429 without Retry-After, tried four times, takes 90 s");
        String loop = "/carousel.png";
        unreached(
                TOO_MANY_REDIRECTS,
                stage.secure(DemoHost.ATTIC, loop, Script.page(302, "Location: " + loop)),
                "leads to itself");
    }

    private void unreached(ImageVerdict verdict, String url, String what) {
        stage.show(DemoArticle.UNREACHED, verdict, url, what);
    }

    private void drip(OutputStream out) throws IOException {
        out.write(Script.head(200, "Content-Type: image/png\r\nContent-Length: 90000"));
        try {
            while (!closed.await(DRIP_PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void unasked() {
        unasked(MALFORMED_URL, "https://exa[mple/door.png", "no host can be called so");
        unasked(UNSUPPORTED_SCHEME, "ftp://files.example/key.png", "neither http nor https");
        unasked(
                INLINE_DATA,
                "data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(DemoPictures.png(0.9f, 16, 16)),
                "in the URL itself");
        unasked(
                EXCLUDED,
                "https://user@" + DemoHost.PICTURES.hostName() + "/hall.png",
                "a user name in the URL");
        unasked(
                BLOCKED_ADDRESS,
                "http://169.254.169.254/latest/stairs.png",
                "where clouds keep credentials, never asked");
    }

    private void unasked(ImageVerdict verdict, String url, String what) {
        stage.show(DemoArticle.UNASKED, verdict, url, what);
    }
}

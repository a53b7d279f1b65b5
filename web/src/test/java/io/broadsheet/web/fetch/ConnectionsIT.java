package io.broadsheet.web.fetch;

import static io.broadsheet.web.fetch.Fetches.answered;
import static io.broadsheet.web.fetch.Fetches.assertFailed;
import static io.broadsheet.web.fetch.Fetches.assertRefused;
import static io.broadsheet.web.fetch.HostileOrigin.write;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddressString;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Names, addresses and connections between many fetches. */
class ConnectionsIT {

    private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void aConnectionIsUsedAgainAfterACompleteBody() throws IOException {
        try (HostileOrigin origin = HostileOrigin.playing((_, out) -> said(out, HELLO));
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY)) {
            answered(fetcher.fetch(Fetches.of(origin.url("/1"))));
            answered(fetcher.fetch(Fetches.of(origin.url("/2"))));

            assertThat(origin.connections()).isOne();
        }
    }

    @Test
    void aConnectionIsClosedAfterABodyOverItsLimit() throws IOException {
        String large = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + "x".repeat(200_000);
        try (HostileOrigin origin = HostileOrigin.playing((_, out) -> said(out, large));
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY)) {
            answered(fetcher.fetch(Fetches.of(origin.url("/1"))));
            answered(fetcher.fetch(Fetches.of(origin.url("/2"))));

            assertThat(origin.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatThePeerClosedIsReplaced() throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying(HELLO);
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY)) {
            for (int i = 0; i < 20; i++) {
                answered(fetcher.fetch(Fetches.of(origin.url("/" + i))));
            }
            assertThat(origin.connections()).isEqualTo(20);
        }
    }

    @Test
    void aNameThatMovesInsideBetweenTwoRequestsIsRefused() throws IOException {
        AtomicInteger lookups = new AtomicInteger();
        NameResolver rebinding =
                _ -> List.of(lookups.getAndIncrement() == 0 ? LOOPBACK : metadata());
        try (HostileOrigin origin = HostileOrigin.saying(HELLO);
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY, rebinding)) {
            String url = "http://rebind.example:" + origin.port() + "/";

            answered(fetcher.fetch(Fetches.of(url)));
            assertThat(lookups).hasValue(1);
            assertRefused(fetcher.fetch(Fetches.of(url + "2")), RefusalCode.URL_BLOCKED_ADDRESS);
        }
    }

    @Test
    void oneForbiddenAnswerRefusesTheWholeName() throws IOException {
        try (HostileOrigin origin = HostileOrigin.saying(HELLO);
                SafeFetcher fetcher =
                        SafeFetcher.open(
                                Fetches.POLICY, _ -> List.of(LOOPBACK, metadata(), LOOPBACK))) {
            assertRefused(
                    fetcher.fetch(Fetches.of("http://mixed.example:" + origin.port() + "/")),
                    RefusalCode.URL_BLOCKED_ADDRESS);
            assertThat(origin.connections()).isZero();
        }
    }

    @Test
    void aNameWithTooManyOrNoAddressesDoesNotResolve() {
        NameResolver names =
                host -> host.startsWith("none") ? List.of() : Collections.nCopies(17, LOOPBACK);
        try (SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY, names)) {
            assertFailed(fetcher.fetch(Fetches.of("http://none.example/")), FetchFailure.DNS);
            assertFailed(fetcher.fetch(Fetches.of("http://many.example/")), FetchFailure.DNS);
        }
    }

    @Test
    void aSilentNameServerIsATimeoutAndNoVerdictOnTheName() {
        CountDownLatch never = new CountDownLatch(1);
        NameResolver silent =
                _ -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return List.of();
                };
        try (SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY, silent)) {
            assertFailed(fetcher.fetch(Fetches.of("http://silent.example/")), FetchFailure.TIMEOUT);
        }
    }

    @Test
    void manyThreadsShareAFewConnections() throws Exception {
        try (HostileOrigin origin = HostileOrigin.playing((_, out) -> said(out, HELLO));
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<FetchResult>> fetches =
                    IntStream.range(0, 300)
                            .mapToObj(i -> Fetches.of(origin.url("/" + i)))
                            .map(request -> threads.submit(() -> fetcher.fetch(request)))
                            .toList();

            for (Future<FetchResult> fetch : fetches) {
                assertThat(answered(fetch.get()).body().bytesRead()).isEqualTo(5);
            }
            assertThat(origin.connections()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void anInterruptedThreadGetsAFailureAndStaysInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (HostileOrigin origin =
                        HostileOrigin.playing((_, _) -> {
                            asked.countDown();
                            await(done);
                            return false;
                        });
                SafeFetcher fetcher = SafeFetcher.open(Fetches.POLICY);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Thread[] runner = new Thread[1];
            Future<Boolean> interrupted =
                    threads.submit(() -> {
                        runner[0] = Thread.currentThread();
                        assertFailed(
                                fetcher.fetch(
                                        Fetches.of(
                                                origin.url("/"),
                                                Fetches.inTotal(Duration.ofMinutes(1)))),
                                FetchFailure.CONNECTION);
                        return Thread.currentThread().isInterrupted();
                    });
            asked.await();
            runner[0].interrupt();

            assertThat(interrupted.get()).isTrue();
            done.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress metadata() {
        return new IPAddressString("169.254.169.254").getAddress().toInetAddress();
    }

    private static boolean said(OutputStream out, String answer) throws IOException {
        write(out, answer);
        return true;
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.web.fetch.FetchFailure;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.RegistrableHost;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Lets requests out: each at its host's pace, and of not too many checks at once in all. */
final class WayOut {

    private final SafeFetcher fetcher;
    private final Semaphore checks;
    private final Function<String, Pace> paces;

    /**
     * @param paces of the hosts that redirects lead to
     */
    WayOut(SafeFetcher fetcher, int checksMax, Function<String, Pace> paces) {
        this.paces = paces;
        this.fetcher = fetcher;
        this.checks = new Semaphore(checksMax, true);
    }

    /**
     * The way out of one check, at this pace.
     *
     * @param ours asked before each request, since another instance may have taken over meanwhile
     */
    Pass at(Pace pace, BooleanSupplier ours) {
        return new Pass(pace, ours);
    }

    /**
     * Lets out the requests of one check, from its first request to its end as one of those that
     * are under way: it holds the image all that time, and only so many images have room. For one
     * thread.
     */
    final class Pass implements Fetching, AutoCloseable {

        private final Pace pace;
        private final BooleanSupplier ours;
        private boolean entered;

        private Pass(Pace pace, BooleanSupplier ours) {
            this.pace = pace;
            this.ours = ours;
        }

        /**
         * An interrupted thread gets no answer and stays interrupted; neither does one whose check
         * is no longer ours.
         */
        @Override
        public FetchResult fetch(FetchRequest request) {
            try {
                awaitTurn();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new FetchResult.Failed(FetchFailure.CONNECTION, "closing", List.of());
            }
            if (!ours.getAsBoolean()) {
                return new FetchResult.Failed(FetchFailure.CONNECTION, "not ours", List.of());
            }
            return fetcher.fetch(request, this::awaitHop);
        }

        /**
         * Redirects of the host to itself wait for their turn. Those to another do not, as its turn
         * may come too late for this fetch, but its next request waits for them.
         */
        private void awaitHop(String url) throws InterruptedException {
            Pace its = RegistrableHost.of(url).map(paces).orElse(pace);
            if (its == pace) {
                pace.await();
            } else {
                its.charge(System.nanoTime());
            }
        }

        private void awaitTurn() throws InterruptedException {
            if (entered) {
                pace.await();
            } else {
                pace.awaitFirst(this::enter);
            }
        }

        private void enter() throws InterruptedException {
            checks.acquire();
            entered = true;
        }

        /** Makes room for another check. */
        @Override
        public void close() {
            if (entered) {
                checks.release();
            }
        }
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.web.fetch.Abort;
import io.broadsheet.web.fetch.FetchFailure;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.HopGate;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.RegistrableHost;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Lets requests out: each at its host's pace, and of not too many checks at once in all. */
final class WayOut {

    private final SafeFetcher fetcher;
    private final int checksMax;
    private final Semaphore checks;
    private final Function<String, Pace> paces;
    private final Set<Pass> passes = ConcurrentHashMap.newKeySet();

    /**
     * @param paces of registrable hosts
     */
    WayOut(SafeFetcher fetcher, int checksMax, Function<String, Pace> paces) {
        this.paces = paces;
        this.fetcher = fetcher;
        this.checksMax = checksMax;
        this.checks = new Semaphore(checksMax, true);
    }

    /** Says which redirects are not followed. */
    interface Crossing {

        /**
         * Why, if so.
         *
         * @param url where one leads
         * @param fetching for what has to be asked there before
         */
        Optional<Finding> forbid(String url, Fetching fetching);
    }

    /**
     * The way out of one check.
     *
     * @param site whose pace it keeps
     * @param ours asked before each request, since another instance may have taken over meanwhile
     */
    Pass at(String site, BooleanSupplier ours, Crossing crossing) {
        Pass pass = new Pass(site, ours, crossing);
        passes.add(pass);
        return pass;
    }

    /** Cuts the requests that are on their way for checks that are no longer ours. */
    void abortForeign() {
        passes.stream().filter(pass -> !pass.ours.getAsBoolean()).forEach(Pass::abort);
    }

    /** Cuts all requests that are on their way. */
    void abortAll() {
        passes.forEach(Pass::abort);
    }

    /** How many checks have requests on their way. */
    int underWay() {
        return checksMax - checks.availablePermits();
    }

    /**
     * Lets out the requests of one check, from its first request to its end as one of those that
     * are under way: it holds the image all that time, and only so many images have room. For one
     * thread.
     */
    final class Pass implements Fetching, AutoCloseable {

        private final String site;
        private final BooleanSupplier ours;
        private final Crossing crossing;
        private final Abort abort = new Abort();
        private boolean entered;
        private Optional<Finding> turnedBack = Optional.empty();

        private Pass(String site, BooleanSupplier ours, Crossing crossing) {
            this.site = site;
            this.ours = ours;
            this.crossing = crossing;
        }

        /**
         * An interrupted thread gets no answer and stays interrupted; neither does one whose check
         * is no longer ours.
         */
        @Override
        public FetchResult fetch(FetchRequest request) {
            return fetch(request, this::awaitTurn, this::crossing);
        }

        /** Fetches what is not the image, and follows wherever that leads. */
        FetchResult fetchAside(FetchRequest request) {
            return fetch(request, this::awaitTurn, (_, _) -> Optional.empty());
        }

        private Optional<Finding> crossing(String url, Fetching aside) {
            Optional<Finding> forbidden = crossing.forbid(url, aside);
            turnedBack = turnedBack.or(() -> forbidden);
            return forbidden;
        }

        private FetchResult fetch(FetchRequest request, Turn turn, Crossing rule) {
            try (Gate gate = new Gate(turn.await(), rule)) {
                return ours.getAsBoolean()
                        ? fetcher.fetch(request, gate, abort)
                        : failed("not ours");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return failed("closing");
            }
        }

        private static FetchResult failed(String why) {
            return new FetchResult.Failed(FetchFailure.CONNECTION, why, List.of());
        }

        private StartWindow.Start awaitTurn() throws InterruptedException {
            Pace pace = paces.apply(site);
            return entered ? pace.await() : pace.awaitFirst(this::enter);
        }

        private void enter() throws InterruptedException {
            checks.acquire();
            entered = true;
        }

        /** Why the first redirect that was not followed was not, if there is one. */
        Optional<Finding> turnedBack() {
            return turnedBack;
        }

        private void abort() {
            abort.now();
        }

        /** Makes room for another check. */
        @Override
        public void close() {
            passes.remove(this);
            if (entered) {
                checks.release();
            }
        }

        /** Counts the requests of one fetch: a redirect is one more, of the host it leads to. */
        private final class Gate implements HopGate, AutoCloseable {

            private final Crossing rule;
            private StartWindow.Start start;

            Gate(StartWindow.Start start, Crossing rule) {
                this.start = start;
                this.rule = rule;
            }

            @Override
            public Optional<String> await(String url) throws InterruptedException {
                start.ended(System.nanoTime());
                String target = RegistrableHost.of(url).orElse(site);
                Optional<Finding> forbidden =
                        rule.forbid(
                                url,
                                request ->
                                        fetch(
                                                request,
                                                () -> paces.apply(target).await(),
                                                (_, _) -> Optional.empty()));
                if (forbidden.isEmpty()) {
                    start = paces.apply(target).await();
                }
                return forbidden.map(Finding::detail);
            }

            @Override
            public void leaves() {
                start.left(System.nanoTime());
            }

            @Override
            public void answered() {
                start.answered(System.nanoTime());
            }

            @Override
            public void close() {
                start.ended(System.nanoTime());
            }
        }
    }

    /** A wait until the next request may start. */
    private interface Turn {

        StartWindow.Start await() throws InterruptedException;
    }
}

package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.check.Fetching;
import io.broadsheet.web.fetch.FetchFailure;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;

import java.util.List;
import java.util.concurrent.Semaphore;

/** Lets requests out: each at its host's pace, and not too many at once in all. */
final class WayOut {

    private final SafeFetcher fetcher;
    private final Semaphore inFlight;

    WayOut(SafeFetcher fetcher, int inFlightMax) {
        this.fetcher = fetcher;
        this.inFlight = new Semaphore(inFlightMax, true);
    }

    /** The way out at this pace. An interrupted thread gets no answer and stays interrupted. */
    Fetching at(Pace pace) {
        return request -> {
            try {
                Thread.sleep(pace.take(System.nanoTime()));
                inFlight.acquire();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return new FetchResult.Failed(FetchFailure.CONNECTION, "closing", List.of());
            }
            return fetch(request, pace);
        };
    }

    private FetchResult fetch(FetchRequest request, Pace pace) {
        try {
            FetchResult result = fetcher.fetch(request);
            pace.charge(Math.max(0, result.hops().size() - 1));
            return result;
        } finally {
            inFlight.release();
        }
    }
}

package io.broadsheet.app.image;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Checks images at URLs, as the service does but without its memory: each once, those of one host
 * one after another at its pace, hosts side by side.
 */
public final class UrlImages implements AutoCloseable {

    private final CheckImagesConfig config;
    private final InstantSource clock;
    private final ImageChecker checker;
    private final SafeFetcher fetcher;
    private final Semaphore inFlight;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("look-", 0).factory());

    /**
     * @param version what made the reports
     * @throws IllegalStateException if the process has proxy settings that are not to be ignored
     */
    public UrlImages(CheckImagesConfig config, InstantSource clock, String version) {
        this.config = config;
        this.clock = clock;
        this.checker = new ImageChecker(config.rules(), clock, version);
        this.fetcher = SafeFetcher.open(config.egress());
        this.inFlight = new Semaphore(config.workload().inFlightMax(), true);
    }

    /** An image to look at, and where the verdict is put. */
    private record Job(CheckTarget target, CompletableFuture<ImageCheck> verdict) {}

    /**
     * Begins to check them.
     *
     * @param urls as written
     * @param articleUrl of the article that they stand in, if there is one
     * @return for each URL in order its verdict to come
     */
    public List<Future<ImageCheck>> check(List<String> urls, Optional<String> articleUrl) {
        List<Future<ImageCheck>> verdicts = new ArrayList<>();
        Map<String, List<Job>> bySite = new LinkedHashMap<>();
        for (String url : urls) {
            var job = new Job(target(url, articleUrl), new CompletableFuture<>());
            verdicts.add(job.verdict());
            bySite.computeIfAbsent(site(job.target()), _ -> new ArrayList<>()).add(job);
        }
        bySite.values().forEach(jobs -> threads.execute(() -> visit(jobs)));
        return verdicts;
    }

    private static CheckTarget target(String url, Optional<String> articleUrl) {
        String absolute = NormalizedUrl.resolve(articleUrl.orElse(""), url).orElse(url);
        return new CheckTarget(ImageId.of(absolute), url, articleUrl);
    }

    private static String site(CheckTarget target) {
        return NormalizedUrl.resolve(target.articleUrl().orElse(""), target.url())
                .flatMap(RegistrableHost::of)
                .orElse(target.imageId());
    }

    private void visit(List<Job> jobs) {
        Duration interval = Duration.ofSeconds(1).dividedBy(config.politeness().perSecondMax());
        var visit = new HostVisit(checker, this::fetch, interval, clock);
        for (Job job : jobs) {
            try {
                job.verdict().complete(visit.check(job.target()));
            } catch (RuntimeException | StackOverflowError e) {
                job.verdict().completeExceptionally(e);
            }
        }
    }

    private FetchResult fetch(FetchRequest request) {
        inFlight.acquireUninterruptibly();
        try {
            return fetcher.fetch(request);
        } finally {
            inFlight.release();
        }
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        fetcher.close();
    }
}

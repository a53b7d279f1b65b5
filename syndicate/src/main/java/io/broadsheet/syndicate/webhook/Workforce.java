package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.v1.Webhook;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A worker for each webhook that is served, and no others. Changed by one thread. */
final class Workforce implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workforce.class);
    private static final String LABEL = "webhook";

    private final KafkaAccess kafka;
    private final Postman postman;
    private final Map<String, WebhookWorker> workers = new ConcurrentHashMap<>();
    private final Map<String, List<Meter>> gauges = new HashMap<>();
    private Optional<MeterRegistry> meters = Optional.empty();

    Workforce(KafkaAccess kafka, Postman postman) {
        this.kafka = kafka;
        this.postman = postman;
    }

    void bindTo(MeterRegistry registry) {
        meters = Optional.of(registry);
        Gauge.builder("broadsheet.webhooks", workers, Workforce::told)
                .description("webhooks that this instance tells")
                .register(registry);
    }

    private static long told(Map<String, WebhookWorker> workers) {
        return workers.values().stream().filter(WebhookWorker::isTold).count();
    }

    /** Serves these, as they are now, from now on. */
    void serve(Map<String, Webhook> webhooks) {
        List<String> ended =
                workers.values().stream()
                        .map(WebhookWorker::webhook)
                        .filter(it -> !it.equals(webhooks.get(it.getWebhookId())))
                        .map(Webhook::getWebhookId)
                        .toList();
        ended.forEach(this::end);
        webhooks.forEach((id, webhook) -> {
            if (!workers.containsKey(id)) {
                begin(id, webhook);
            }
        });
    }

    private void begin(String id, Webhook webhook) {
        var worker = new WebhookWorker(webhook, kafka, postman);
        workers.put(id, worker);
        meters.ifPresent(registry -> gauges.put(id, gauges(registry, id, worker)));
        worker.start();
        LOG.atInfo()
                .addKeyValue(LABEL, id)
                .log(
                        worker.isTold()
                                ? "a webhook is told from now on"
                                : "a webhook rests from now on; its place is kept");
    }

    private List<Meter> gauges(MeterRegistry registry, String id, WebhookWorker worker) {
        return List.of(
                Gauge.builder("broadsheet.webhook.lag.records", worker, WebhookWorker::lagRecords)
                        .description("records of its partitions here that are not told yet")
                        .tag(LABEL, id)
                        .register(registry),
                Gauge.builder("broadsheet.webhook.lag.seconds", worker, this::lagSeconds)
                        .description("age of what is to be told next; 0 if nothing is")
                        .tag(LABEL, id)
                        .register(registry));
    }

    private double lagSeconds(WebhookWorker worker) {
        return worker.oldest()
                .map(due -> Duration.between(due, postman.clock().instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }

    private void end(String id) {
        Optional.ofNullable(workers.remove(id)).ifPresent(WebhookWorker::close);
        Optional.ofNullable(gauges.remove(id))
                .ifPresent(ofWorker ->
                        meters.ifPresent(registry -> ofWorker.forEach(registry::remove)));
        LOG.atInfo().addKeyValue(LABEL, id).log("a webhook is not told any more, or anew");
    }

    /** Why one of them has ended by itself, if one has. */
    Optional<Throwable> failure() {
        return workers.values().stream().flatMap(worker -> worker.failure().stream()).findFirst();
    }

    @Override
    public void close() {
        List<Thread> closing = new ArrayList<>();
        workers.values().forEach(worker -> closing.add(Thread.ofVirtual().start(worker::close)));
        for (Thread thread : closing) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        workers.clear();
    }
}

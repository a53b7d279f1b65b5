package io.broadsheet.syndicate.webhook;

import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Webhook;
import io.broadsheet.web.fetch.Abort;
import io.micrometer.core.instrument.MeterRegistry;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** What all workers share: who tells, who writes down, how long they wait, what is counted. */
final class Postman implements AutoCloseable {

    private final WebhookConfig config;
    private final Messenger messenger;
    private final Registrar registrar;
    private final Backoff backoff;
    private final InstantSource clock;
    private volatile Optional<MeterRegistry> meters = Optional.empty();

    Postman(
            WebhookConfig config,
            Messenger messenger,
            Registrar registrar,
            Backoff backoff,
            InstantSource clock) {
        this.config = config;
        this.messenger = messenger;
        this.registrar = registrar;
        this.backoff = backoff;
        this.clock = clock;
    }

    void bindTo(MeterRegistry registry) {
        meters = Optional.of(registry);
    }

    InstantSource clock() {
        return clock;
    }

    Backoff backoff() {
        return backoff;
    }

    /**
     * Whether a delivery that failed is given up. What waited while its webhook rested has its time
     * from when that was changed.
     */
    boolean isTooOld(Webhook webhook, Delivery delivery) {
        Instant changedAt = webhook.getChangedAt();
        Instant from = delivery.dueAt().isBefore(changedAt) ? changedAt : delivery.dueAt();
        return from.plus(config.patience().timeToLive()).isBefore(clock.instant());
    }

    Answer tell(Webhook webhook, Delivery delivery, Abort abort) {
        Answer answer = messenger.tell(webhook, delivery.message(), abort);
        count(
                switch (answer) {
                    case Answer.Taken _ -> "delivered";
                    case Answer.Refused _ -> "refused";
                    case Answer.Gone _ -> "gone";
                    case Answer.Failed _ -> "failed";
                });
        return answer;
    }

    void gone(Webhook webhook, String why) throws InterruptedException {
        registrar.gone(webhook, why);
    }

    void bury(Webhook webhook, Delivery delivery, Rejection rejection)
            throws IOException, InterruptedException {
        registrar.bury(webhook, delivery, rejection);
        count("buried");
    }

    private void count(String outcome) {
        meters.ifPresent(
                it -> it.counter("broadsheet.webhook.deliveries", "outcome", outcome).increment());
    }

    @Override
    public void close() {
        messenger.close();
        registrar.close();
    }
}

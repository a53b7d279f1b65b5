package io.broadsheet.ingest.callback;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is measured of the door for hubs. */
final class CallbackMeters {

    private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

    /** What became of a request. */
    enum Outcome {
        /** A hub has promised to tell us. */
        CONFIRMED,
        /** It has confirmed that it will not any more, as we wished. */
        LEFT,
        /** It does not want to tell us. */
        DENIED,
        /** It asked about something that we do not wish for. */
        REFUSED,
        /** What it sent is safe on Kafka. */
        TAKEN,
        /** What it sent is too large for a record: the feed is fetched instead. */
        FETCHED,
        /** It was not signed, and is ignored. */
        UNSIGNED,
        /** It was signed by somebody who does not know the secret, and is ignored. */
        FORGED,
        /** It is for no subscription of ours. */
        UNKNOWN,
        /** Larger than a feed may be. */
        TOO_LARGE,
        /** It was asked to come again: Kafka is out, or too much is going on. */
        UNAVAILABLE
    }

    CallbackMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("broadsheet.hub.callbacks")
                            .description("requests of hubs, by what became of them")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void count(Outcome outcome) {
        Counter counter = counters.get(outcome);
        if (counter != null) {
            counter.increment();
        }
    }
}

package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import io.broadsheet.enrich.image.check.HostLore;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** What was learned about hosts, for as long as it may be believed. Safe for any threads. */
final class Lore {

    private static final int HOSTS_MAX = 10_000;

    /** As long as the verdicts that depend on it. */
    private static final Duration BELIEVED = Duration.ofDays(7);

    private final Cache<String, HostLore> hosts;

    Lore(InstantSource clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.hosts =
                Caffeine.newBuilder()
                        .maximumSize(HOSTS_MAX)
                        .expireAfterWrite(BELIEVED)
                        .ticker(ticker)
                        .build();
    }

    HostLore of(String host) {
        HostLore lore = hosts.getIfPresent(host);
        return lore == null ? HostLore.NONE : lore;
    }

    /** Writes down what is new, so that what is not grows old. */
    void learn(String host, HostLore before, HostLore after) {
        if (!after.equals(before)) {
            hosts.put(host, after);
        }
    }
}

package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.broadsheet.enrich.image.check.HostLore;
import io.broadsheet.v1.HostNameLore;
import io.broadsheet.v1.HostState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What was learned about hosts and outlives an instance: that one asked to be left alone, how its
 * names treat Referers and https, which bytes it sends in place of pictures. Each change is handed
 * on, to be written to a topic; what others write there is learned, except about hosts that are
 * ours: about those nobody knows better. Safe for any number of threads.
 */
final class HostStates {

    private static final int HOSTS_MAX = 50_000;
    private static final int NAMES_MAX = 32;
    private static final int DIGESTS_MAX = 32;

    /** As long as the verdicts that depend on it. */
    private static final Duration BELIEVED = Duration.ofDays(7);

    private final Cache<String, HostState> states =
            Caffeine.newBuilder().maximumSize(HOSTS_MAX).build();
    private final Predicate<String> ours;
    private final Written written;

    /** Told of each change. */
    interface Written {

        /** A host is in this state now. May block; an interrupted thread stays interrupted. */
        void write(HostState state);
    }

    /**
     * @param ours whether a registrable host is this instance's to ask
     */
    HostStates(Predicate<String> ours, Written written) {
        this.ours = ours;
        this.written = written;
    }

    /** What another instance, or this one in another life, has learned. */
    void learn(HostState state) {
        if (!ours.test(state.getHost())) {
            states.put(state.getHost(), state);
        }
    }

    /** Until when the host is to be left alone, if it is now. */
    Optional<Instant> blocked(String site, Instant now) {
        return state(site).map(HostState::getBlockedUntil).filter(until -> until.isAfter(now));
    }

    /** How many hosts are to be left alone now. */
    long blocked(Instant now) {
        return states.asMap().keySet().stream()
                .filter(site -> blocked(site, now).isPresent())
                .count();
    }

    /**
     * The host has asked to be left alone.
     *
     * @param asked for how long, if it has said so
     */
    void press(String site, Optional<Duration> asked, Instant now) {
        change(site, now, state -> BackOff.lengthen(state, asked, now));
    }

    /** The host has answered as it should. */
    void relieve(String site, Instant now) {
        if (state(site).filter(state -> state.getBackoffStep() > 0).isPresent()) {
            change(site, now, state -> state.setBackoffStep(0));
        }
    }

    /** What is known about a name, as far as it is believed. */
    HostLore lore(String site, String name, Instant now) {
        return state(site)
                .flatMap(state -> find(state.getNames(), name))
                .filter(it -> it.getLearnedAt().plus(BELIEVED).isAfter(now))
                .map(LoreRecord::read)
                .orElse(HostLore.NONE);
    }

    /** Writes down what is new, so that what is not grows old. */
    void learn(CheckedHost host, HostLore before, HostLore after, Instant now) {
        if (!after.equals(before)) {
            HostNameLore lore = LoreRecord.of(host.name(), after, millis(now));
            change(host.site(), now, state -> addLore(state, lore));
        }
    }

    /** Whether these bytes are known to be no picture on this host. */
    boolean isPlaceholder(String site, String digest) {
        return state(site)
                .filter(state -> state.getPlaceholderDigests().contains(digest))
                .isPresent();
    }

    /** These bytes are no picture on this host. */
    void addPlaceholder(String site, String digest, Instant now) {
        if (!isPlaceholder(site, digest)) {
            change(
                    site,
                    now,
                    state ->
                            state.setPlaceholderDigests(
                                    with(state.getPlaceholderDigests(), digest, DIGESTS_MAX)));
        }
    }

    private Optional<HostState> state(String site) {
        return Optional.ofNullable(states.getIfPresent(site));
    }

    private void change(String site, Instant now, Consumer<HostState.Builder> how) {
        HostState after =
                states.asMap()
                        .compute(
                                site,
                                (_, before) -> {
                                    HostState.Builder state = builder(site, before);
                                    how.accept(state);
                                    return state.setChangedAt(millis(now)).build();
                                });
        if (ours.test(site)) {
            write(site, after);
        }
    }

    /** Of two that change a host at once the later change is written last. */
    private void write(String site, HostState state) {
        HostState toWrite = state;
        @Nullable HostState last = null;
        while (!toWrite.equals(last)) {
            written.write(toWrite);
            last = toWrite;
            toWrite = state(site).orElse(last);
        }
    }

    private static HostState.Builder builder(String site, @Nullable HostState before) {
        // Only what was built once has its defaults.
        return HostState.newBuilder(
                before == null ? HostState.newBuilder().setHost(site).build() : before);
    }

    private static void addLore(HostState.Builder state, HostNameLore lore) {
        List<HostNameLore> others =
                state.getNames().stream()
                        .filter(it -> !it.getName().equals(lore.getName()))
                        .toList();
        state.setNames(with(others, lore, NAMES_MAX));
    }

    /** The oldest makes room. */
    private static <T> List<T> with(List<T> some, T more, int max) {
        List<T> all =
                new ArrayList<>(some.subList(Math.max(0, some.size() + 1 - max), some.size()));
        all.add(more);
        return all;
    }

    private static Optional<HostNameLore> find(List<HostNameLore> names, String name) {
        return names.stream().filter(it -> it.getName().equals(name)).findFirst();
    }

    private static Instant millis(Instant exactly) {
        return exactly.truncatedTo(ChronoUnit.MILLIS);
    }
}

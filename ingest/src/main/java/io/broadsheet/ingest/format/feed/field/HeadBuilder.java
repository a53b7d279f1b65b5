package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The head of a feed while it is being read. What a module says of a feed is the same everywhere.
 */
public final class HeadBuilder {

    private static final int HUBS_MAX = 10;
    private static final int HUB_CHARS_MAX = 2_048;
    private static final long TTL_MINUTES_MAX = 366L * 24 * 60;

    private final Set<String> hubs = new LinkedHashSet<>();
    private final Set<Integer> quietHours = new TreeSet<>();
    private Optional<Duration> ttl = Optional.empty();
    private Optional<Duration> period = Optional.empty();
    private long frequency = 1;
    private boolean expired;
    private @Nullable String self;
    private @Nullable String alternate;
    private boolean alternateIsPage;

    /** An Atom link of a feed, in whatever format. */
    public void link(XmlElement link) {
        Optional<String> address = link.attribute("href").map(h -> Links.resolved(link, h));
        if (address.isEmpty()) {
            return;
        }
        String rel = link.attribute("rel").orElse("alternate").toLowerCase(Locale.ROOT);
        switch (rel) {
            case "self" -> self = self == null ? web(address.get()) : self;
            case "hub" -> hub(address.get());
            case "alternate" -> alternate(link, address.get());
            default -> {
                // Paging, editing, payment: not ours.
            }
        }
    }

    /** HTML is preferred to a page of another type; among equals the first. */
    private void alternate(XmlElement link, String address) {
        boolean page = link.attribute("type").map(t -> t.contains("html")).orElse(true);
        if (alternate == null || (page && !alternateIsPage)) {
            alternate = address;
            alternateIsPage = page;
        }
    }

    /** One hub more. */
    public void hub(String address) {
        String hub = web(address);
        if (hub != null && hubs.size() < HUBS_MAX && hub.length() <= HUB_CHARS_MAX) {
            hubs.add(hub);
        }
    }

    /** Where the feed wants to be fetched. */
    public void self(String address) {
        self = web(address);
    }

    /** See {@link FeedHead#self()}. */
    public @Nullable String self() {
        return self;
    }

    /** The page that the feed's links name; null if they name none. */
    public @Nullable String alternate() {
        return alternate;
    }

    /** RSS {@code ttl}, in minutes. */
    public void ttl(String minutes) {
        ttl = number(minutes).filter(m -> m > 0).map(Duration::ofMinutes).or(() -> ttl);
    }

    /** {@code sy:updatePeriod}. */
    public void updatePeriod(String text) {
        period =
                switch (text.strip().toLowerCase(Locale.ROOT)) {
                    case "hourly" -> Optional.of(Duration.ofHours(1));
                    case "daily" -> Optional.of(Duration.ofDays(1));
                    case "weekly" -> Optional.of(Duration.ofDays(7));
                    case "monthly" -> Optional.of(Duration.ofDays(30));
                    case "yearly" -> Optional.of(Duration.ofDays(365));
                    default -> period;
                };
    }

    /** {@code sy:updateFrequency}: how often in that period. */
    public void updateFrequency(String text) {
        frequency = number(text).filter(n -> n > 0).orElse(frequency);
    }

    /** An hour of RSS {@code skipHours}; 24 is 0. */
    public void quietHour(String hour) {
        number(hour).filter(h -> h <= 24).ifPresent(h -> quietHours.add((int) (h % 24)));
    }

    /** Says that nothing will ever be added. */
    public void expired() {
        expired = true;
    }

    private static Optional<Long> number(String text) {
        String digits = text.strip();
        boolean fits =
                !digits.isEmpty()
                        && digits.length() < 10
                        && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return fits
                ? Optional.of(Long.valueOf(digits)).filter(n -> n <= TTL_MINUTES_MAX)
                : Optional.empty();
    }

    private static @Nullable String web(String address) {
        return Links.isAbsoluteWeb(address) ? address.strip() : null;
    }

    /** The head, with what the format itself says of title and page; blank is none. */
    public FeedHead build(@Nullable String title, @Nullable String homePage) {
        List<Integer> hours = new ArrayList<>(quietHours);
        return new FeedHead(
                title,
                homePage == null ? null : web(homePage),
                self,
                List.copyOf(hubs),
                ttl,
                period.map(p -> p.dividedBy(frequency)),
                hours,
                expired);
    }
}

package io.broadsheet.ingest.poll.rules;

import io.broadsheet.web.fetch.Hop;
import io.broadsheet.web.url.WebUrl;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a feed has moved for good (RFC 9110, section 15.4). What a server says once may be a
 * mistake, or a captive portal's: it is believed when it has been said for seven days. From http to
 * https on the same host it is believed at once, as nothing can be lost by it. Temporary redirects
 * are followed and forgotten.
 *
 * @param url where the feed is fetched from next time
 * @param candidate where it says it has moved, while that is not believed; null if it says nothing
 * @param since when it was said first; null if it was not
 */
public record Move(String url, @Nullable String candidate, @Nullable Instant since) {

    private static final Duration QUARANTINE = Duration.ofDays(7);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    /**
     * After an answer that was good.
     *
     * @param before what was known
     * @param hops the requests that led to the answer, in order
     */
    public static Move after(Move before, List<Hop> hops, Instant now) {
        Optional<String> said = target(hops).filter(to -> !to.equals(before.url()));
        if (said.isEmpty()) {
            return new Move(before.url(), null, null);
        }
        String target = said.get();
        if (isUpgrade(before.url(), target)) {
            return new Move(target, null, null);
        }
        Instant since = target.equals(before.candidate()) ? before.since() : null;
        if (since == null) {
            return new Move(before.url(), target, now);
        }
        return now.isBefore(since.plus(QUARANTINE))
                ? new Move(before.url(), target, since)
                : new Move(target, null, null);
    }

    /** The end of the permanent redirects that the journey begins with. */
    private static Optional<String> target(List<Hop> hops) {
        int last = 0;
        while (last < hops.size() - 1 && isPermanent(hops.get(last))) {
            last++;
        }
        return last == 0 ? Optional.empty() : Optional.of(hops.get(last).url());
    }

    private static boolean isPermanent(Hop hop) {
        return hop.status().isPresent() && PERMANENT.contains(hop.status().getAsInt());
    }

    private static boolean isUpgrade(String from, String to) {
        Optional<WebUrl> before = WebUrl.parse(from);
        Optional<WebUrl> after = WebUrl.parse(to);
        return before.isPresent()
                && after.isPresent()
                && "http".equals(before.get().scheme())
                && "https".equals(after.get().scheme())
                && before.get().host().equals(after.get().host());
    }
}

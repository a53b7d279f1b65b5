package io.broadsheet.ingest.poll.hub;

import io.broadsheet.ingest.feed.FeedHead;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A hub that a feed names, and the URL under which the hub knows it.
 *
 * @param hub URL that takes subscriptions
 * @param topic what to subscribe to: the feed's own {@code self}
 */
public record FeedHub(String hub, String topic) {

    /**
     * What an answer says, its headers before its body (section 4 of the recommendation): of
     * several hubs the first that is reached by https, or else the first.
     *
     * @param links of its headers
     * @param finalUrl that gave the answer
     * @param head what the feed says of itself
     * @param requestUrl that was asked for; the topic of a feed that names none
     */
    public static Optional<FeedHub> of(
            List<String> links, String finalUrl, FeedHead head, String requestUrl) {
        LinkHeader header = LinkHeader.read(links);
        List<String> inHeader = header.targets("hub", finalUrl);
        List<String> hubs = inHeader.isEmpty() ? head.hubs() : inHeader;
        String topic =
                header.targets("self", finalUrl).stream()
                        .findFirst()
                        .or(() -> Optional.ofNullable(head.self()))
                        .orElse(requestUrl);
        return hubs.stream()
                .filter(FeedHub::isSecure)
                .findFirst()
                .or(() -> hubs.stream().findFirst())
                .map(hub -> new FeedHub(hub, topic));
    }

    private static boolean isSecure(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("https:");
    }
}

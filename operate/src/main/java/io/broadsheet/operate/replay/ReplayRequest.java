package io.broadsheet.operate.replay;

import io.broadsheet.operate.letters.LetterFilter;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What is to be replayed, and how.
 *
 * @param topics of dead letters; empty for all of ours
 * @param ids of letters; empty for all that pass the filter
 * @param filter which letters
 * @param force also those that were replayed, resolved, parked or overtaken
 * @param perSecondMax how many letters a second at most
 * @param waitMax how long to wait for what becomes of them
 */
public record ReplayRequest(
        List<String> topics,
        Set<String> ids,
        LetterFilter filter,
        boolean force,
        int perSecondMax,
        Duration waitMax) {

    public ReplayRequest {
        topics = List.copyOf(topics);
        ids = Set.copyOf(ids);
    }
}

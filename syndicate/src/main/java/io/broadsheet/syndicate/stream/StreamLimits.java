package io.broadsheet.syndicate.stream;

import java.time.Duration;

/**
 * How much is streamed.
 *
 * @param streamsMax streams at once
 * @param catchUpsMax streams at once that read what is not in memory any more
 * @param windowEntriesMax versions in memory
 * @param windowBytesMax bytes of them
 * @param heartbeat after which a silent stream says that it lives
 * @param writeMax time that a reader may take for one event
 */
public record StreamLimits(
        int streamsMax,
        int catchUpsMax,
        int windowEntriesMax,
        long windowBytesMax,
        Duration heartbeat,
        Duration writeMax) {}

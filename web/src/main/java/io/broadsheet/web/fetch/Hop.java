package io.broadsheet.web.fetch;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One request of a fetch.
 *
 * @param url that was asked
 * @param status HTTP status, absent if no answer came
 * @param took from the resolution of the name to the end of the answer
 */
public record Hop(String url, OptionalInt status, Duration took) {}

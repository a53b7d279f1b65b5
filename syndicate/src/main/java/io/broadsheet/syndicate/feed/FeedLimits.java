package io.broadsheet.syndicate.feed;

/**
 * What the feeds have.
 *
 * @param title of them
 * @param perSourceMax latest articles of each source
 * @param bytesMax of all articles, as they are on Kafka
 * @param page articles on a page if no limit is asked for
 */
public record FeedLimits(String title, int perSourceMax, long bytesMax, int page) {}

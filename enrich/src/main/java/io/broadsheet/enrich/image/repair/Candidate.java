package io.broadsheet.enrich.image.repair;

/**
 * A URL that may have been meant.
 *
 * @param url absolute
 * @param rule how it came about, such as {@code missing-extension-dot} (CONTRACT section 5)
 */
public record Candidate(String url, String rule) {}

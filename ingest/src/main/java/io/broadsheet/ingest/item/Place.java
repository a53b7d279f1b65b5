package io.broadsheet.ingest.item;

import java.util.Optional;

/**
 * An address in a sitemap.
 *
 * @param url of a page, or of another sitemap; absolute, http or https
 * @param lastmod when it was last changed, as written; empty if the sitemap does not say
 */
public record Place(String url, Optional<String> lastmod) {}

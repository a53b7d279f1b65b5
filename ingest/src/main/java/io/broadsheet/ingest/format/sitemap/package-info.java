/** Sitemaps: what they say of news. */
@NullMarked
package io.broadsheet.ingest.format.sitemap;

import org.jspecify.annotations.NullMarked;

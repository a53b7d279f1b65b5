/** RSS 0.90 to 2.0, RSS 1.0 in RDF: shape, parser, adapter. */
@NullMarked
package io.broadsheet.ingest.format.feed.rss;

import org.jspecify.annotations.NullMarked;

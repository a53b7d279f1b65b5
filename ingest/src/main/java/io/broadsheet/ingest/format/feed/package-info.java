/** Feeds in XML, told by their bytes. */
@NullMarked
package io.broadsheet.ingest.format.feed;

import org.jspecify.annotations.NullMarked;

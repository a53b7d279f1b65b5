/** XML as a small tree: read strictly, or leniently where it is not well-formed. */
@NullMarked
package io.broadsheet.ingest.format.feed.xml;

import org.jspecify.annotations.NullMarked;

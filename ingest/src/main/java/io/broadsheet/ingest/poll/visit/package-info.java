/** One look at a feed: fetch it, and read what came. */
@NullMarked
package io.broadsheet.ingest.poll.visit;

import org.jspecify.annotations.NullMarked;

/** Which items of a feed were published already. */
@NullMarked
package io.broadsheet.ingest.poll.seen;

import org.jspecify.annotations.NullMarked;

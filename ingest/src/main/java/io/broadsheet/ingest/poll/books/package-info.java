/** What a visit changes: the next state of a feed, and what is published. Pure. */
@NullMarked
package io.broadsheet.ingest.poll.books;

import org.jspecify.annotations.NullMarked;

/** The feeds and what is known of them, as the topics say. */
@NullMarked
package io.broadsheet.ingest.poll.table;

import org.jspecify.annotations.NullMarked;

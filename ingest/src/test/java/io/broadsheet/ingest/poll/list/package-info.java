/** Tests. */
@NullMarked
package io.broadsheet.ingest.poll.list;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.broadsheet.ingest.poll.rules;

import org.jspecify.annotations.NullMarked;

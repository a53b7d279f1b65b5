/** Tests. */
@NullMarked
package io.broadsheet.ingest.poll;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.broadsheet.ingest.source;

import org.jspecify.annotations.NullMarked;

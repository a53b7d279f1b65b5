/** Tests. */
@NullMarked
package io.broadsheet.ingest.publish;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.broadsheet.ingest.identity;

import org.jspecify.annotations.NullMarked;

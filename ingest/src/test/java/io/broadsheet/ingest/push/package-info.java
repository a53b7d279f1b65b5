/** Tests. */
@NullMarked
package io.broadsheet.ingest.push;

import org.jspecify.annotations.NullMarked;

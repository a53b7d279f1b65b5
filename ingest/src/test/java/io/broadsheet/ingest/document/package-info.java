/** Tests. */
@NullMarked
package io.broadsheet.ingest.document;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.broadsheet.ingest.charset;

import org.jspecify.annotations.NullMarked;

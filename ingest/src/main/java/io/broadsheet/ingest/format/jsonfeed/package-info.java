/** JSON Feed 1.0 and 1.1: shape, parser, adapter. */
@NullMarked
package io.broadsheet.ingest.format.jsonfeed;

import org.jspecify.annotations.NullMarked;

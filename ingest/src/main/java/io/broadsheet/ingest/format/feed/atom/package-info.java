/** Atom 0.3 and 1.0: shape, parser, adapter. */
@NullMarked
package io.broadsheet.ingest.format.feed.atom;

import org.jspecify.annotations.NullMarked;

/** Whole HTML pages: shape, parser, adapter. */
@NullMarked
package io.broadsheet.ingest.format.htmlpage;

import org.jspecify.annotations.NullMarked;

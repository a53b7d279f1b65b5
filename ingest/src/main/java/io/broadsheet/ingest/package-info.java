/** Sources to raw articles: what reads files, and what brings them to the raw topic. */
@NullMarked
package io.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;

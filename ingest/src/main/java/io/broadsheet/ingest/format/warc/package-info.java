/** Archives of crawls (WARC 1.0 and 1.1): the pages in them. */
@NullMarked
package io.broadsheet.ingest.format.warc;

import org.jspecify.annotations.NullMarked;

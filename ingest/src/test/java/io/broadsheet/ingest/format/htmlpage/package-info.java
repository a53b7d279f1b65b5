/** Tests of reading HTML pages. */
@NullMarked
package io.broadsheet.ingest.format.htmlpage;

import org.jspecify.annotations.NullMarked;

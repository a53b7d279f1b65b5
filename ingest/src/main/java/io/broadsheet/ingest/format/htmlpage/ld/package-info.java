/** Linked data in pages (JSON-LD with the words of schema.org), however it is written. */
@NullMarked
package io.broadsheet.ingest.format.htmlpage.ld;

import org.jspecify.annotations.NullMarked;

/** What kind of document the text is, and what all formats share. */
@NullMarked
package io.broadsheet.ingest.format;

import org.jspecify.annotations.NullMarked;

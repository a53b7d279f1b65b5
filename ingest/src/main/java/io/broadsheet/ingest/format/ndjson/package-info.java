/** Articles in JSON as we write them ourselves, one a line or in a list: shape, parser, adapter. */
@NullMarked
package io.broadsheet.ingest.format.ndjson;

import org.jspecify.annotations.NullMarked;

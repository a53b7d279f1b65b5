/** Tests of the ways from a file to the raw topic. */
@NullMarked
package io.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;

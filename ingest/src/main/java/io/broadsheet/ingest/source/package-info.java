/**
 * Where documents come from. Nothing here opens what is not a regular file or follows a link
 * outside.
 */
@NullMarked
package io.broadsheet.ingest.source;

import org.jspecify.annotations.NullMarked;

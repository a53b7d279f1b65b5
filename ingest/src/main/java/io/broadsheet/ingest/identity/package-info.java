/** Which article this is and whether it changed: the identity ladder and the content hash. */
@NullMarked
package io.broadsheet.ingest.identity;

import org.jspecify.annotations.NullMarked;

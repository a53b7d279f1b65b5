/** News in JSON as the IPTC defines it (ninjs 1 to 3). */
@NullMarked
package io.broadsheet.ingest.format.ninjs;

import org.jspecify.annotations.NullMarked;

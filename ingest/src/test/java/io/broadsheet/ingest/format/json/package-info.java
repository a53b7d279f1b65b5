/** Reading JSON. */
@NullMarked
package io.broadsheet.ingest.format.json;

import org.jspecify.annotations.NullMarked;

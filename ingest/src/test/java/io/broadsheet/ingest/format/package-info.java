@NullMarked
package io.broadsheet.ingest.format;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.broadsheet.ingest.callback;

import org.jspecify.annotations.NullMarked;

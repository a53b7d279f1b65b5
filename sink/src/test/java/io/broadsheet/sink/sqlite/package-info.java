/** Tests of the sink: sqlite. */
@NullMarked
package io.broadsheet.sink.sqlite;

import org.jspecify.annotations.NullMarked;

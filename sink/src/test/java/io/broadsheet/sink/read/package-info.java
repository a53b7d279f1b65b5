/** Tests of the sink: read. */
@NullMarked
package io.broadsheet.sink.read;

import org.jspecify.annotations.NullMarked;

/** Tests of the sink. */
@NullMarked
package io.broadsheet.sink;

import org.jspecify.annotations.NullMarked;

/** Tests of contexts that travel. */
@NullMarked
package io.broadsheet.runtime.trace;

import org.jspecify.annotations.NullMarked;

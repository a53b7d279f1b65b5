/** Tests. */
@NullMarked
package io.broadsheet.operate.trace;

import org.jspecify.annotations.NullMarked;

/** Writes what was buried back to where it came from. */
@NullMarked
package io.broadsheet.operate.replay;

import org.jspecify.annotations.NullMarked;

/** Writes what was buried back to where it came from. */
@NullMarked
package io.broadsheet.app.replay;

import org.jspecify.annotations.NullMarked;

/** The command line as a whole. */
@NullMarked
package io.broadsheet.app;

import org.jspecify.annotations.NullMarked;

/** The {@code broadsheet} command. */
@NullMarked
package io.broadsheet.app;

import org.jspecify.annotations.NullMarked;

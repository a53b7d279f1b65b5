/** Tests. */
@NullMarked
package io.broadsheet.app.trace;

import org.jspecify.annotations.NullMarked;

/** The embedded default as its users see it, and as genuine clients do. */
@NullMarked
package io.broadsheet.embedded;

import org.jspecify.annotations.NullMarked;

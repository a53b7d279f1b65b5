/**
 * What stored HTML could do to those who are shown it: vectors in families, what must hold of the
 * HTML that comes of them, and a browser that shows it.
 */
@NullMarked
package io.broadsheet.enrich.xss;

import org.jspecify.annotations.NullMarked;

/** What our HTTP servers have in common, whatever their routes are. */
@NullMarked
package io.broadsheet.runtime.http;

import org.jspecify.annotations.NullMarked;

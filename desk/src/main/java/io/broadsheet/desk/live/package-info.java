/** Tells open pages that something has changed. */
@NullMarked
package io.broadsheet.desk.live;

import org.jspecify.annotations.NullMarked;

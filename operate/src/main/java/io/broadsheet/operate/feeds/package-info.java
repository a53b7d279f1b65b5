/** The source list on a cluster. */
@NullMarked
package io.broadsheet.operate.feeds;

import org.jspecify.annotations.NullMarked;

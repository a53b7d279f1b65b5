/** The source list on a cluster. */
@NullMarked
package io.broadsheet.app.feeds;

import org.jspecify.annotations.NullMarked;

/** Feeds with their health, and sources that are no feeds. */
@NullMarked
package io.broadsheet.desk.sources;

import org.jspecify.annotations.NullMarked;

/** How feeds are, in words and numbers for operators. */
@NullMarked
package io.broadsheet.ingest.poll.health;

import org.jspecify.annotations.NullMarked;

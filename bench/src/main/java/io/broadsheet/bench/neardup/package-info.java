/** How well near-duplicates are found, and what it costs. */
@NullMarked
package io.broadsheet.bench.neardup;

import org.jspecify.annotations.NullMarked;

/** Learns the model that tells languages, and measures it: how often it is right and its cost. */
@NullMarked
package io.broadsheet.bench.language;

import org.jspecify.annotations.NullMarked;

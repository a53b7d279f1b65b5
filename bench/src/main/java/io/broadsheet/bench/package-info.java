/** Loads and measurements; nothing of the product depends on it. */
@NullMarked
package io.broadsheet.bench;

import org.jspecify.annotations.NullMarked;

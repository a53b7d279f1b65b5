/**
 * The fault tests: articles are offered while a nemesis breaks things, and a checker looks at all
 * of it.
 */
@NullMarked
package io.broadsheet.e2e.faults;

import org.jspecify.annotations.NullMarked;

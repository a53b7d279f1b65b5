/** What is broken, when, and how it is mended. */
@NullMarked
package io.broadsheet.e2e.faults.nemesis;

import org.jspecify.annotations.NullMarked;

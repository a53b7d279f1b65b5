/** The programs that the documentation shows to subscribers, run as they stand there. */
@NullMarked
package io.broadsheet.e2e.examples;

import org.jspecify.annotations.NullMarked;

/** Reading topics and tables: once at the end, and along the way. */
@NullMarked
package io.broadsheet.e2e.faults.reading;

import org.jspecify.annotations.NullMarked;

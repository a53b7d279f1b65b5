/** How a tool tells what it found, and what went wrong. */
@NullMarked
package io.broadsheet.operate.report;

import org.jspecify.annotations.NullMarked;

/** How well dates are read and judged, by what others are known to expect. */
@NullMarked
package io.broadsheet.bench.dates;

import org.jspecify.annotations.NullMarked;

/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.date;

import org.jspecify.annotations.NullMarked;

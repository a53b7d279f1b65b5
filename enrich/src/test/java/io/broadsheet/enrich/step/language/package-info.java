/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.language;

import org.jspecify.annotations.NullMarked;

/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.about;

import org.jspecify.annotations.NullMarked;

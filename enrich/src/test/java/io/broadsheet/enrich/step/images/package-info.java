/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.images;

import org.jspecify.annotations.NullMarked;

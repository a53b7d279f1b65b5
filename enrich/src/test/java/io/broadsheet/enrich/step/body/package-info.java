/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.body;

import org.jspecify.annotations.NullMarked;

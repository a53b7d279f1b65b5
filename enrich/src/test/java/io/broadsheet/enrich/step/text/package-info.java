/** Tests of the steps of this package. */
@NullMarked
package io.broadsheet.enrich.step.text;

import org.jspecify.annotations.NullMarked;

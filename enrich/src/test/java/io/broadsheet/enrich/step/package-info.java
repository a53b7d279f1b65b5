/** Tests of what the steps share. */
@NullMarked
package io.broadsheet.enrich.step;

import org.jspecify.annotations.NullMarked;

/** Tests of figures and their labels. */
@NullMarked
package io.broadsheet.runtime.meter;

import org.jspecify.annotations.NullMarked;

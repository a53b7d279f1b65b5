/** The rules of CONTRIBUTING that a machine can hold. */
@NullMarked
package io.broadsheet.style;

import org.jspecify.annotations.NullMarked;

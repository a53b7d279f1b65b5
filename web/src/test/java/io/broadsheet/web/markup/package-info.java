/** Tests of the bounds on markup. */
@NullMarked
package io.broadsheet.web.markup;

import org.jspecify.annotations.NullMarked;

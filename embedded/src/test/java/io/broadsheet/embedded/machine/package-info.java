/** Tests of the package of the same name. */
@NullMarked
package io.broadsheet.embedded.machine;

import org.jspecify.annotations.NullMarked;

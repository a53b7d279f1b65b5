/** Tests of the package of the same name. */
@NullMarked
package io.broadsheet.embedded.registry;

import org.jspecify.annotations.NullMarked;

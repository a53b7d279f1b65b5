/** Tests of the package of the same name. */
@NullMarked
package io.broadsheet.embedded.broker;

import org.jspecify.annotations.NullMarked;

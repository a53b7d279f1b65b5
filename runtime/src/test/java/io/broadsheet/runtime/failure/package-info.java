/** The package failure under test. */
@NullMarked
package io.broadsheet.runtime.failure;

import org.jspecify.annotations.NullMarked;

/** The package claim under test. */
@NullMarked
package io.broadsheet.runtime.claim;

import org.jspecify.annotations.NullMarked;

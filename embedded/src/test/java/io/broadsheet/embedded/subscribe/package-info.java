/** The subscribers' library against a real broker and registry. */
@NullMarked
package io.broadsheet.embedded.subscribe;

import org.jspecify.annotations.NullMarked;

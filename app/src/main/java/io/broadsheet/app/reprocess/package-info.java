/** {@code broadsheet reprocess}: stored articles through the present steps once more. */
@NullMarked
package io.broadsheet.app.reprocess;

import org.jspecify.annotations.NullMarked;

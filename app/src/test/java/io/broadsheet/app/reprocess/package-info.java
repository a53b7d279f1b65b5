/** Tests of {@code broadsheet reprocess}. */
@NullMarked
package io.broadsheet.app.reprocess;

import org.jspecify.annotations.NullMarked;

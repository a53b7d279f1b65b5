/** Tests. */
@NullMarked
package io.broadsheet.app.replay;

import org.jspecify.annotations.NullMarked;

/** Tests. */
@NullMarked
package io.broadsheet.operate.replay;

import org.jspecify.annotations.NullMarked;

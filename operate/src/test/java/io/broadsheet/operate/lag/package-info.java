/** Tests. */
@NullMarked
package io.broadsheet.operate.lag;

import org.jspecify.annotations.NullMarked;

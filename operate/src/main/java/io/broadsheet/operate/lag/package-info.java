/** How far each group of readers is behind. */
@NullMarked
package io.broadsheet.operate.lag;

import org.jspecify.annotations.NullMarked;

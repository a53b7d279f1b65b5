/** How far each group of readers is behind. */
@NullMarked
package io.broadsheet.app.lag;

import org.jspecify.annotations.NullMarked;

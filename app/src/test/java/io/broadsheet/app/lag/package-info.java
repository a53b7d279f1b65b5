/** Tests. */
@NullMarked
package io.broadsheet.app.lag;

import org.jspecify.annotations.NullMarked;

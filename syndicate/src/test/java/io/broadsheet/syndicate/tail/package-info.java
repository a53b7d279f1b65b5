/** Tests. */
@NullMarked
package io.broadsheet.syndicate.tail;

import org.jspecify.annotations.NullMarked;

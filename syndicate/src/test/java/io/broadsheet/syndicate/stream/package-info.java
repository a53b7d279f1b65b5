/** Tests of streams. */
@NullMarked
package io.broadsheet.syndicate.stream;

import org.jspecify.annotations.NullMarked;

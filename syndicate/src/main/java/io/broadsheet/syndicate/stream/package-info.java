/** Articles as server-sent events. */
@NullMarked
package io.broadsheet.syndicate.stream;

import org.jspecify.annotations.NullMarked;
